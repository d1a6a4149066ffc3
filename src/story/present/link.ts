/**
 * Two windows of one presentation, kept in step by messages that carry a token only they know. The speaker's window
 * says every second that it is there: so they find each other again after either was loaded anew. The audience's
 * window never waits for an answer.
 */
interface State {
  readonly at: string | null;
  readonly blank: boolean;
}

interface Message extends State {
  readonly frame: 'present';
  readonly token: string;
  /** Whether the sender moved and the other shall follow; else it only says where it is. */
  readonly move: boolean;
}

/** Where an audience's window keeps its token: it outlives a reload, needs no storage, and works from a file. */
const NAME = 'inside-the-frame:';

/** The token of this window's presentation; made on first use. */
export function audienceToken(): string {
  if (!window.name.startsWith(NAME))
    window.name = NAME + [...crypto.getRandomValues(new Uint8Array(12))].map((n) => n.toString(16)).join('');
  return window.name.slice(NAME.length);
}

/** Milliseconds between two signs of life, and after how many of them the other side counts as gone. */
const BEAT = 1000;
const GONE = 3 * BEAT;

const isMessage = (data: unknown, token: string): data is Message => {
  const said = data as Partial<Message> | null;
  return (
    typeof said === 'object' &&
    said !== null &&
    said.frame === 'present' &&
    said.token === token &&
    (said.at === null || typeof said.at === 'string') &&
    typeof said.blank === 'boolean'
  );
};

export class Link {
  #other: Window | null;
  #heard = 0;

  /**
   * @param token known to both windows
   * @param other the other window if it is known; else whoever first says the token
   * @param state where this window stands
   * @param follow called when the other window moved, or, in the speaker's window, says where it is
   */
  constructor(
    readonly token: string,
    other: Window | null,
    readonly state: () => State,
    readonly follow: (state: State) => void,
    readonly speaker: boolean,
  ) {
    this.#other = other;
    addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
      if (!isMessage(data, token) || source === window) return;
      this.#other = source as Window;
      this.#heard = Date.now();
      if (data.move || speaker) follow(data);
      // Only the audience's window answers, or the two would never rest.
      if (!speaker && !data.move) this.#post(false);
    });
    if (speaker) {
      setInterval(() => this.#post(false), BEAT);
      this.#post(false);
    }
  }

  /** Tells the other window that this one moved. */
  moved(): void {
    this.#post(true);
  }

  /** Whether the other window answered lately. */
  get linked(): boolean {
    return Date.now() - this.#heard < GONE;
  }

  /** The window that was opened. */
  set other(window: Window | null) {
    this.#other = window;
  }

  #post(move: boolean): void {
    const message: Message = { frame: 'present', token: this.token, move, ...this.state() };
    // From a file the origin is opaque, so it cannot be named; the token tells who may listen, and nothing of the reader is said.
    this.#other?.postMessage(message, '*');
  }
}

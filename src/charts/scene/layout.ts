/**
 * Places the made-up scene of the test inside the dashed frame. Pure: words, size and step in, placed marks out.
 *
 * What must stay true: a piece has one place at a given size, whatever the step; a step only decides which pieces
 * are there, which of them are new, and how far the whole scene is moved so that it stands in the middle.
 */
import { gapFor, layoutFrame } from '../frame/layout.ts';
import { tenth } from '../space.ts';
import { PICTURES } from '../picture.ts';
import { balance, textWidth } from '../text.ts';
import { column, focus, room, type Pieces } from './plans.ts';
import { SMALL, type Labels } from './set.ts';
import { PARTS } from './types.ts';
import type { Arrangement, Line, Mark, Part, Scene, Tone } from './types.ts';

/**
 * The scene at one step.
 * @param labels words of the figure
 * @param size pixels; 280 x 180 or more
 * @param show the step whose part is new
 * @param steady true where the same size shows other steps too (a stage): the arrangement then suits them all.
 *   False for a single picture, which may use the room for its own step.
 */
export function layout(
  labels: Labels,
  size: { width: number; height: number },
  show: Part,
  steady = true,
): Scene {
  const { plan, chrome } = steady ? chooseOnce(labels, size) : choose(labels, size, show, false);
  const pieces = plan.at(show);
  const extent = plan.arrangement === 'focus' ? chrome.inner.height : bottomOf(pieces);
  const marks = PARTS.filter((part) => pieces[part] !== undefined).map((part): Mark => ({
    part,
    passport: `set-${part}`,
    label: labels[`say-${part}`] ?? '',
    fresh: part === show,
    pieces: (pieces[part] ?? []).map((piece) => ({
      ...piece,
      x: tenth(piece.x + chrome.inner.x),
      y: tenth(piece.y + chrome.inner.y),
      width: tenth(piece.width),
      height: tenth(piece.height),
    })),
  }));
  return {
    frame: chrome.frame,
    title: chrome.title,
    note: chrome.note,
    shift: Math.round((chrome.inner.height - extent) / 2),
    marks,
    arrangement: plan.arrangement,
  };
}

/** On a stage larger than this everything is drawn larger, words too: more air would only part what belongs together. */
const LARGE = { width: 720, height: 500 };

/** How much larger a stage shows the scene than it was planned, 1 or more. */
export function zoomOf({ width, height }: { width: number; height: number }): number {
  return Math.max(1, Math.min(width / LARGE.width, height / LARGE.height));
}

let last: { labels: Labels; width: number; height: number; chosen: ReturnType<typeof choose> } | null = null;

/** A stage asks for the same size at every step: the plan is made once. */
function chooseOnce(labels: Labels, { width, height }: { width: number; height: number }) {
  if (last?.labels !== labels || last.width !== width || last.height !== height)
    last = { labels, width, height, chosen: choose(labels, { width, height }, 'corner', true) };
  return last.chosen;
}

function choose(labels: Labels, size: { width: number; height: number }, show: Part, steady: boolean) {
  const arrangement = size.width >= 520 ? 'room' : 'column';
  const last: Part = steady ? 'corner' : show;
  if (size.height >= 260 && (PICTURES || arrangement === 'room'))
    for (const low of arrangement === 'room' ? [false, true] : [false]) {
      const chrome = chromeOf(labels, size, arrangement, low);
      // As airy as the height allows, in eight steps from generous to tight.
      for (let air = 8; air >= 0; air -= 1) {
        const plan =
          PICTURES && arrangement === 'column'
            ? column(labels, chrome.inner.width, size.width, air / 8)
            : room(labels, chrome.inner.width, size.width, air / 8, low);
        if (bottomOf(plan.at(last)) <= chrome.inner.height) return { plan, chrome };
      }
    }
  const chrome = chromeOf(labels, size, 'focus', size.height < 300);
  return { plan: focus(labels, size, chrome.inner), chrome };
}

function bottomOf(pieces: Pieces): number {
  return Math.max(0, ...Object.values(pieces).flatMap((list) => list.map((piece) => piece.y + piece.height)));
}

/** Frame, its title and the note under it, and the space they leave. */
function chromeOf(
  labels: Labels,
  { width, height }: { width: number; height: number },
  arrangement: Arrangement,
  low: boolean,
) {
  const titleSize = width < 340 ? SMALL : width < 640 ? 14 : 15;
  const long = labels['note'] ?? '';
  const short = labels['note-short'] ?? '';
  const room = width - 8;
  const noteLines = balance(textWidth(long, SMALL) <= room ? long : short, SMALL, room);
  const noteHeight = noteLines.length * 17 + (low ? 5 : 9);
  const top = 9;
  const side = arrangement === 'room' ? (width < 640 ? 22 : 32) : width < 340 ? 13 : width < 520 ? 18 : 28;
  const above = arrangement === 'room' ? (low ? 20 : 26) : low ? 13 : 20;
  const below = arrangement === 'room' ? (low ? 12 : 24) : low ? 8 : 14;
  const titleText = labels['frame'] ?? '';
  const titleX = 1.5 + side;
  const gap = gapFor(titleText, titleX, titleSize, 8);
  const frame = layoutFrame(1.5, top, width - 3, height - top - noteHeight, width < 400 ? 14 : 17, [gap]);
  return {
    frame,
    title: {
      text: titleText,
      x: titleX,
      y: top + titleSize * 0.35,
      size: titleSize,
      tone: 'frame' as Tone,
      anchor: 'start' as const,
    },
    note: noteLines.map((text, index): Line => ({
      text,
      x: width - 4,
      y: frame.y + frame.height + (low ? 15 : 19) + index * 17,
      size: SMALL,
      tone: 'note',
      anchor: 'end',
    })),
    inner: {
      x: frame.x + side,
      y: frame.y + above,
      width: frame.width - 2 * side,
      height: frame.height - above - below,
    },
  };
}

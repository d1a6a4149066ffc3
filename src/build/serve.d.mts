/** Serves a folder, as `npm start` does. */
export function serve(options: {
  root: string;
  /** 0 takes a free one. */
  port: number;
  compress?: boolean;
}): Promise<{ url: string; close: () => Promise<void> }>;

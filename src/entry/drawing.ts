/** A figure's small picture: the drawing of its card, as a part of the page, so that it follows theme and fonts. */
import { render } from 'svelte/server';
import { shorterPaths } from '../build/paths.ts';
import { bare } from '../build/slim.ts';
import type { PageFigure } from '../site/page.ts';

/** The room that a card gives to its drawing; see build/pictures. */
export const CARD_ROOM = { width: 560, height: 440 };

/** Nothing in it can be reached or is read out: it stands beside the title that says what it shows. */
export function thumbOf({ spec, Drawing, rows, words }: PageFigure): string {
  const view = spec.face ?? spec.initial;
  const props = { rows, words, view, size: CARD_ROOM, live: false, patch: () => undefined };
  const svg = /<svg[\s\S]*<\/svg>/.exec(render(Drawing, { props }).body)?.[0] ?? '';
  return shorterPaths(bare(svg))
    .replace(/<(\/?)a\b/g, '<$1g')
    .replace(/ (?:href|role|tabindex|aria-[a-z]+|data-[\w-]+)="[^"]*"/g, '');
}

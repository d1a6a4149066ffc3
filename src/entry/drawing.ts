/** Figures drawn at build for what stands beside the story: pages, pictures, papers. */
import { render } from 'svelte/server';
import { shorterPaths } from '../build/paths.ts';
import { bare } from '../build/slim.ts';
import type { Size } from '../charts/space.ts';
import type { FigureSpec, View } from '../figures/spec.ts';
import type { PageFigure } from '../site/page.ts';

/** The room that a card gives to its drawing; see build/pictures. */
export const CARD_ROOM = { width: 560, height: 440 };

/** The view that stands for a figure outside the story. */
export const faceOf = (spec: FigureSpec): View => spec.face ?? spec.initial;

/** A view as SVG without controls; empty if the figure draws none. */
export function drawingOf({ Drawing, rows, words }: PageFigure, view: View, size: Size): string {
  const props = { rows, words, view, size, live: false, patch: () => undefined };
  return /<svg[\s\S]*<\/svg>/.exec(render(Drawing, { props }).body)?.[0] ?? '';
}

/**
 * A figure's small picture: the drawing of its card, as a part of the page, so that it follows theme and fonts. Nothing
 * in it can be reached or is read out: it stands beside the title that says what it shows.
 */
export function thumbOf(figure: PageFigure): string {
  return shorterPaths(bare(drawingOf(figure, faceOf(figure.spec), CARD_ROOM)))
    .replace(/<(\/?)a\b/g, '<$1g')
    .replace(/ (?:href|role|tabindex|aria-[a-z]+|data-[\w-]+)="[^"]*"/g, '');
}

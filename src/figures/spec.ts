/**
 * What every figure is made of. A figure is one folder: `figure.ts` (this spec) or, if nothing in it moves, `picture.ts`;
 * `X.svelte` (the island and the still: same component), `describe.ts` (its table). Its words live in
 * `content/<lang>/figures/<id>.json`.
 */
import type { Component } from 'svelte';
import type { Size } from '../charts/space.ts';
import type { Rate, Status } from '../model/rate.ts';

/** The words of one view: what the figure says when it looks like this. Rates are already filled in. */
interface ViewWords {
  /** States the finding; contains "test", "scenario" or "simulated". */
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** What a reader who cannot see it is told. */
  readonly alt: string;
  /** Source line with place. */
  readonly source: string;
}

export interface FigureWords {
  readonly views: Readonly<Record<string, ViewWords>>;
  /** Every other word the drawing shows. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface Cell {
  readonly text: string;
  /** Row of `data/rates.csv` the cell shows, so that it can open its passport. */
  readonly rate?: string;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A figure's state in the story: complete, plain, comparable. */
export type View = Readonly<Record<string, string | number | boolean | null>>;

export interface FigureProps<V extends View = View> {
  readonly rows: readonly Rate[];
  readonly words: FigureWords;
  readonly view: V;
  readonly size: Size;
  /** True in the browser: controls are drawn, marks use one tab stop. False in a still: a plain picture. */
  readonly live: boolean;
  /** Changes the reader's own part of the view (a switch, a guess); undone when the story moves on. */
  readonly patch: (part: Partial<V>) => void;
}

export interface FigureSpec<V extends View = View> {
  readonly id: string;
  /** The view that others are patches of, and that stands alone. */
  readonly initial: V;
  /** The view that stands for the figure outside the story, if that is not the first one. */
  readonly face?: V;
  /** Every view with a name: drawn as golden picture, still and table. Keys are step ids or kebab-case names. */
  readonly views: Readonly<Record<string, V>>;
  /** Ids of the rows it draws, in the order of `data/rates.csv`. */
  readonly rows: readonly string[];
  /** The label of what is seen in this view. */
  status(view: V): Status;
  /** Which entry of `words.views` speaks for this view. */
  speak(view: V): string;
  /** Height in pixels that suits a width, for stills and for the space kept free before the script runs. */
  height(width: number, view: V): number;
  /** The same rows as a table. */
  table(rows: readonly Rate[], words: FigureWords, view: V): Table;
}

export type FigureComponent = Component<FigureProps>;

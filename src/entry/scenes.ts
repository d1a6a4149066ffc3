/** What stands beside the story's text: a stage for each scene, and what fills it. */
import { render } from 'svelte/server';
import { shorterPaths } from '../build/paths.ts';
import Island from '../figures/Island.svelte';
import { drawingFile, SIZES } from '../figures/sizes.ts';
import type { View } from '../figures/spec.ts';
import { pack } from '../model/sent.ts';
import Stage from '../site/Stage.svelte';
import type { PageFigure } from '../site/page.ts';
import { badgesOf, type Ui } from '../site/ui.ts';
import { sentWords } from '../site/words.ts';
import { chapters, scenesOf, viewsOf } from '../story/steps.ts';
import { isLive } from './figures.ts';

interface Scenes {
  /** Stages as HTML, by the first step of their scene. */
  readonly stages: Readonly<Record<string, string>>;
  /** What the browser is sent to draw the live figures, as JSON. */
  readonly live: string;
  /** Files with the other figures, drawn for every size of the stage. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** The stages of all scenes. @throws Error naming a figure that is a picture and has several views */
export function scenes(figures: Readonly<Record<string, PageFigure>>, ui: Ui): Scenes {
  const badges = badgesOf(ui);
  const stages: Record<string, string> = {};
  const live: Record<string, unknown> = {};
  const drawings = new Map<string, string>();
  for (const scene of chapters.flatMap(scenesOf)) {
    const figure = scene.figure === null ? undefined : figures[scene.figure];
    const first = scene.steps[0];
    if (!figure || !first?.view) continue;
    const { spec, words } = figure;
    if (isLive(spec.id)) live[spec.id] = sentOf(figure);
    else for (const [path, file] of picturesOf(figure, first.view, badges)) drawings.set(path, file);
    const ids = scene.steps.map((step) => step.id);
    stages[first.id] = render(Stage, { props: { spec, words, view: first.view, steps: ids, ui } }).body;
  }
  return { stages, live: JSON.stringify({ badges, figures: live }), drawings };
}

const sentOf = ({ spec, rows, words }: PageFigure): unknown => ({
  rows: rows.map(pack),
  words: sentWords(words),
  views: viewsOf(spec.id),
});

function picturesOf(
  { spec, Drawing, rows, words }: PageFigure,
  view: View,
  badges: Readonly<Record<string, string>>,
): (readonly [path: string, file: string])[] {
  const views = Object.values(viewsOf(spec.id)).map((one) => JSON.stringify(one));
  if (new Set(views).size > 1)
    throw new Error(
      `figure ${spec.id}\n  found:    a picture with several views\n  expected: one view, or a figure.ts, which can move`,
    );
  return SIZES.map((room) => {
    const props = { spec, Drawing, rows, words, badges, view, room };
    const html = render(Island, { props }).body.replace(/<!--.*?-->/g, '');
    // It fills its stage, which may be a little larger.
    const sized = html.replace(
      / width="\d+" height="\d+"( role="group")/,
      ' preserveAspectRatio="xMinYMid"$1',
    );
    return [drawingFile(spec.id, room), JSON.stringify({ html: shorterPaths(sized) })] as const;
  });
}

/** The figures of the site: what draws each, its rows and its words. */
import type { Content } from '../build/content.ts';
import type { Data } from '../data/door.ts';
import type { FigureComponent, FigureSpec, FigureWords } from '../figures/spec.ts';
import type { Rate } from '../model/rate.ts';
import type { PageFigure } from '../site/page.ts';
import { watched } from '../site/words.ts';

interface Module {
  spec: FigureSpec;
  Drawing: FigureComponent;
}
const alive = import.meta.glob<Module>('../figures/*/figure.ts', { eager: true });
const drawn = import.meta.glob<Module>('../figures/*/picture.ts', { eager: true });

/** Whether a figure moves in the browser; others are drawn by the build. */
export const isLive = (id: string): boolean => `../figures/${id}/figure.ts` in alive;

/** Every figure by its id. @throws Error naming the figure that lacks an export or a row */
export function figuresOf(content: Content, data: Data): Record<string, PageFigure> {
  const figures: Record<string, PageFigure> = {};
  for (const [path, { spec, Drawing }] of Object.entries({ ...alive, ...drawn })) {
    if (!spec || !Drawing)
      throw new Error(`${path}\n  found:    exports without spec or Drawing\n  expected: both`);
    const file = `figures/${spec.id}.json`;
    const words = watched(content.words<FigureWords>(file), `${content.folder}/${file}`);
    const module = path.replace('../', '/src/');
    figures[spec.id] = { spec, Drawing, rows: rowsOf(spec, data), words, module };
  }
  return figures;
}

const rowsOf = (spec: FigureSpec, data: Data): Rate[] =>
  spec.rows.map((id) => {
    const row = data.rates.get(id);
    if (!row)
      throw new Error(`figure ${spec.id}\n  found:    row "${id}"\n  expected: a row of data/rates.csv`);
    return row;
  });

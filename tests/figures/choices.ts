/** What can be chosen in the map, with its rows and words. */
import fc from 'fast-check';
import json from '../../src/content/en/figures/map.json';
import { loadData } from '../../src/data/door.ts';
import { ANSWERS, LABELS, MODELS, SCENES, VALUES, type Pieces } from '../../src/figures/map/cells.ts';
import { spec } from '../../src/figures/map/figure.ts';
import type { FigureWords } from '../../src/figures/spec.ts';
import { fillAll } from '../../src/site/words.ts';

export const data = loadData('data');
export const words = fillAll<FigureWords>(json, data, 'map.json');
export const rows = spec.rows.map((id) => {
  const row = data.rates.get(id);
  if (!row) throw new Error(`data/rates.csv has no row ${id}`);
  return row;
});

export const anyChoice: fc.Arbitrary<Pieces> = fc.record({
  model: fc.constantFrom(...MODELS),
  scene: fc.constantFrom(...SCENES),
  threat: fc.constantFrom(...ANSWERS),
  conflict: fc.constantFrom(...ANSWERS),
  values: fc.constantFrom(...VALUES),
  exits: fc.constantFrom(...ANSWERS),
  told: fc.constantFrom(...LABELS),
  rules: fc.constantFrom(...ANSWERS),
});
/** Every mix that can be chosen, not a sample of them. */
export const every: readonly Pieces[] = MODELS.flatMap((model) =>
  SCENES.flatMap((scene) =>
    ANSWERS.flatMap((threat) =>
      ANSWERS.flatMap((conflict) =>
        VALUES.flatMap((values) =>
          ANSWERS.flatMap((exits) =>
            LABELS.flatMap((told) =>
              ANSWERS.map((rules) => ({ model, scene, threat, conflict, values, exits, told, rules })),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** What can be chosen in the map, with its rows and words. */
import fc from 'fast-check';
import { ANSWERS, LABELS, MODELS, SCENES, VALUES, type Pieces } from '../../src/figures/map/cells.ts';
import { spec } from '../../src/figures/map/figure.ts';
import { filledWords, ratesOf } from './fixture.ts';

export const words = filledWords(spec.id);
export const rows = ratesOf(spec.rows);

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

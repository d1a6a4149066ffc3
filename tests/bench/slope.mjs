/**
 * What one more step costs: the story built with its first thirteen steps, with all, and with all of them twice, each
 * beside its own floor.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serve } from '../../src/build/serve.mjs';
import { makeFloor } from './floor.mjs';
import { measureLoad } from './measure.mjs';
import { weigh } from './report.mjs';

const VITE = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');

/** Builds a project folder. @throws Error with what the build said */
export function build(folder) {
  const result = spawnSync(process.execPath, [VITE, 'build', '--logLevel', 'warn'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`The build failed.\n${result.stdout}${result.stderr}`);
}

/** Chapters of the story, and how often each is told. */
const VARIANTS = [
  { chapters: 3, times: 1 },
  { chapters: 7, times: 1 },
  { chapters: 7, times: 2 },
];

/** A copy of the project whose story has so many chapters, told so many times; ids are told apart by an ending. */
export function copy(root, { chapters, times }) {
  const folder = mkdtempSync(join(tmpdir(), 'slope-'));
  for (const name of ['src', 'data', 'static', 'package.json', 'vite.config.ts', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const edit = (name, change) => {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  let ids = [];
  edit('src/content/en/story.md', (text) => {
    const [head, ...told] = text.split(/^(?=:::::chapter)/m);
    const kept = told.slice(0, chapters);
    ids = kept.flatMap((chapter) => [...chapter.matchAll(/:::step\{#([\w-]+)/g)].map(([, id]) => id));
    const again = (number) =>
      kept.map((chapter) =>
        number === 0
          ? chapter
          : chapter
              .replace(/^(:{4,5}(?:step|chapter)\{#[\w-]+)/gm, `$1-${number}`)
              // Told backwards: the compression would know the same words again, and a step would cost nothing.
              .replace(/(?<= )[a-z]{4,}(?=[ ,.])/g, (word) => [...word].reverse().join('')),
      );
    return head + Array.from({ length: times }, (_, number) => again(number).join('\n')).join('\n');
  });
  edit('src/story/steps.ts', (text) =>
    text
      .replace('export const chapters: readonly ChapterDef[] = [', 'const whole: readonly ChapterDef[] = [')
      .replace(
        'export const steps:',
        `export const chapters: readonly ChapterDef[] = Array.from({ length: ${times} }, (_, number) =>
  whole.slice(0, ${chapters}).map(({ id, steps }) =>
    number === 0 ? { id, steps } : { id: \`\${id}-\${number}\`, steps: steps.map((step) => ({ ...step, id: \`\${step.id}-\${number}\` })) },
  ),
).flat();

export const steps:`,
      ),
  );
  edit('src/content/en/quiz.json', (text) => {
    const quiz = JSON.parse(text);
    quiz.cards = quiz.cards.filter(({ step }) => ids.includes(step));
    return JSON.stringify(quiz);
  });
  // A lesson tells steps of the story that is there, and every step has its notes.
  edit('src/content/en/lesson.json', (text) => {
    const lesson = JSON.parse(text);
    for (const plan of Object.values(lesson.lessons))
      plan.steps = plan.steps.filter(({ id }) => ids.includes(id));
    lesson.votes = lesson.votes.filter(({ step }) => ids.includes(step));
    lesson.notes = Object.fromEntries(
      ids.flatMap((id) =>
        Array.from({ length: times }, (_, number) => [
          number === 0 ? id : `${id}-${number}`,
          lesson.notes[id],
        ]),
      ),
    );
    return JSON.stringify(lesson);
  });
  return { folder, steps: ids.length * times };
}

/** Bytes (brotli) and main-thread time of the story and its floor, for each number of steps. */
export async function slope(browser, root) {
  const found = [];
  for (const variant of VARIANTS) {
    const { folder, steps } = copy(root, variant);
    const floorFolder = join(folder, 'floor');
    mkdirSync(floorFolder);
    try {
      build(folder);
      const out = join(folder, 'dist');
      const story = await serve({ root: out, port: 0 });
      await makeFloor(browser, story.url, floorFolder);
      const floor = await serve({ root: floorFolder, port: 0 });
      const of = async (url, from) => {
        const { asked, busy } = await measureLoad(browser, url);
        const { js, total } = weigh(from, asked);
        return { js: js.brotli, total: total.brotli, busy };
      };
      found.push({ steps, story: await of(story.url, out), floor: await of(floor.url, floorFolder) });
      await story.close();
      await floor.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return found;
}

/** Prints what was found, and what each step adds; returns how many of the two promises fail. */
export function printSlope(found) {
  const perStep = (from, to, page, key) => (to[page][key] - from[page][key]) / (to.steps - from.steps);
  console.log('What one more step costs (after a scroll through all of it; bytes in brotli)');
  for (const { steps, story, floor } of found)
    console.log(
      `  ${String(steps).padStart(2)} steps: story ${story.total} B, of it JavaScript ${story.js} B, main thread ${Math.round(story.busy)} ms; floor ${floor.total} B, ${Math.round(floor.busy)} ms`,
    );
  let failed = 0;
  for (let at = 1; at < found.length; at += 1) {
    const [from, to] = [found[at - 1], found[at]];
    const js = perStep(from, to, 'story', 'js');
    const ratio = perStep(from, to, 'story', 'total') / perStep(from, to, 'floor', 'total');
    const busy = perStep(from, to, 'story', 'busy');
    const line = (name, value, limit, good) => {
      if (!good) failed += 1;
      console.log(
        `  ${good ? 'PASS' : 'FAIL'}  ${from.steps} to ${to.steps}: ${name} ${value}  at most ${limit}`,
      );
    };
    line('JavaScript bytes per added step', js.toFixed(1), 0, js <= 0);
    line(
      `bytes per added step ${perStep(from, to, 'story', 'total').toFixed(0)}, times the floor’s ${perStep(from, to, 'floor', 'total').toFixed(0)}:`,
      ratio.toFixed(2),
      1.5,
      ratio <= 1.5,
    );
    console.log(
      `        ${from.steps} to ${to.steps}: main thread per added step ${busy.toFixed(1)} ms (floor ${perStep(from, to, 'floor', 'busy').toFixed(1)})`,
    );
  }
  return failed;
}

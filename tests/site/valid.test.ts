/** Every built page is valid HTML. */
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { built, text } from './dist.ts';

const pages = built.filter((path) => path.endsWith('.html'));

/** What is validated beyond its syntax. */
const checked = pages.filter(
  (path) =>
    // Published pages stay as they are, whatever rules come later.
    !path.startsWith('v/') &&
    // Several of the pages below as parts of one; a test of its own looks at its ids and names.
    path !== 'inside-the-frame.html',
);

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // A list may be named by its heading; the standard allows it, the rule by itself only advises against it.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // HTML lets ">" stand in text; what must be escaped is caught as an error of syntax below.
    'no-raw-characters': 'off',
    // The gallery's choices are answered at once by the script that shows them; there is nothing to submit.
    'wcag/h32': 'off',
  },
});

// The build leaves out end tags where HTML lets it: the parser of the standard knows where, and takes no other fault.
it.each(pages)('%s is read without an error of syntax', (path) => {
  const faults: string[] = [];
  fromHtml(text(path), {
    onerror: (fault) => {
      faults.push(`${fault.line}:${fault.column} ${fault.ruleId}: ${fault.note}`);
    },
  });
  expect(faults).toEqual([]);
});

it.each(checked)('%s nests, names and describes as the standard says', async (path) => {
  const { results } = await validator.validateString(toHtml(fromHtml(text(path))), path);
  expect(
    results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
    ),
  ).toEqual([]);
});

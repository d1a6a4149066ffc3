import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { headerPolicy, headersFile } from '../../src/build/headers.ts';
import { policyOf, saidPolicy, withPolicy } from '../../src/build/policy.mjs';

const sha = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head: string, body = ''): string =>
  `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n${head}<meta name="viewport" content="width=device-width">\n</head>\n<body>${body}</body>\n</html>\n`;
const rules = (policy: string): Record<string, string> =>
  Object.fromEntries(policy.split('; ').map((rule) => rule.split(/ (.*)/s).slice(0, 2) as [string, string]));

describe('the policy of a page', () => {
  it('names the scripts and styles that stand in it, and nothing else', () => {
    const policy = rules(
      policyOf(
        page(
          '<style>p{color:red}</style>',
          '<script>one()</script><svg><style>q{}</style></svg><script></script><script type="application/json">{"a":1}</script>',
        ),
      ),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': sha('one()'),
      'style-src': "'unsafe-inline'",
      'style-src-elem': `${sha('p{color:red}')} ${sha('q{}')}`,
      'img-src': 'data:',
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'frame worker svelte-trusted-html',
    });
    expect(policyOf(page(''))).not.toContain('trusted-types');
  });

  it('lets a page ask its own site if it has a script to do so, and nobody else', () => {
    const policy = rules(
      policyOf(
        page('<style>@font-face{src:url(assets/a.woff2)}</style>', '<script src="assets/a.js"></script>'),
      ),
    );
    for (const what of ['script-src', 'font-src', 'connect-src']) expect(policy[what]).toBe("'self'");
    expect(policyOf(page('', '<img src="a.png">'))).toContain("img-src 'self' data:");
    expect(policyOf(page(''), { frames: true })).toContain("frame-src 'self'");
    expect(policyOf(page(''), { reads: true })).toContain("connect-src 'self'");
    expect(policyOf(page('<link rel="manifest" href="a">'))).toContain("manifest-src 'self'");
  });

  it.each([
    ['a script in an attribute', '<p onclick="a()">'],
    ['a script in an address', '<a href=" javascript:a()">'],
    ['a script of somebody else', '<script src="https://a.example/a.js"></script>'],
    ['a script of somebody else, without a protocol', '<script src="//a.example/a.js"></script>'],
  ])('stops the build at %s', (_, body) => {
    expect(() => policyOf(page('', body))).toThrow(/found: .*\n\s+expected: /);
  });

  it('stands after the base and before all that is run or applied; once more changes nothing', () => {
    const made = withPolicy(page('<base href="../">\n', '<script>a()</script>'));
    const at = (text: string): number => made.indexOf(text);
    expect(at('<base')).toBeLessThan(at('Content-Security-Policy'));
    expect(at('Content-Security-Policy')).toBeLessThan(at('<meta name="viewport"'));
    expect(withPolicy(made)).toBe(made);
    expect(saidPolicy(made)).toBe(policyOf(made));
  });
});

describe('the file of headers', () => {
  const plain = withPolicy(page(''));
  const based = withPolicy(page('<base href="../">\n'));

  it('keeps a page out of frames, but for embeds', () => {
    expect(headerPolicy('index.html', plain)).toContain("frame-ancestors 'none'");
    expect(headerPolicy('embed/index.html', plain)).not.toContain('frame-ancestors');
    expect(headerPolicy('figures/rate/index.html', plain)).toContain("frame-ancestors 'none'");
  });

  it('lets a page have the base that it begins with', () => {
    expect(headerPolicy('embed/rate/index.html', based)).not.toContain('base-uri');
    expect(headerPolicy('embed/rate/index.html', plain)).toContain("base-uri 'none'");
  });

  it('says one thing of a path once', () => {
    const text = headersFile(new Map([['index.html', plain]]), ['embed/story.0123abcd.js', 'v/1/x.csv']);
    const paths = text.split('\n').filter((line) => line.startsWith('/'));
    expect(new Set(paths).size).toBe(paths.length);
    expect(text).toMatch(/^\/embed\/story\.0123abcd\.js\n {2}Cache-Control: .*immutable$/m);
    expect(text).not.toContain('x.csv');
  });
});

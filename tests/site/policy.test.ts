/** Every built page says its policy, the file of headers says it once more, and packages are what the lock says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headerPolicy } from '../../src/build/headers.ts';
import { policyOf, saidPolicy } from '../../src/build/policy.mjs';
import { built, root, text } from './dist.ts';

const pages = built.filter((path) => path.endsWith('.html') && !path.startsWith('v/'));
const META = /<meta http-equiv="Content-Security-Policy"[^>]*>\n/;

describe.each(pages)('%s', (path) => {
  const html = text(path);
  const said = saidPolicy(html) ?? '';

  it('says the policy that its own text asks for', () => {
    expect(said).toBe(
      policyOf(html.replace(META, ''), {
        frames: path === 'embed/index.html',
        reads: /^embed\/.+\/index\.html$/.test(path),
      }),
    );
  });

  it('runs nothing that it does not name, and asks nobody else', () => {
    expect(said).toMatch(/^default-src 'none'; script-src /);
    const scripts = /script-src ([^;]+)/.exec(said)?.[1] ?? '';
    expect(scripts).not.toMatch(/unsafe|\*|https?:/);
    expect(said).not.toMatch(/https?:|\*/);
    expect(said).toMatch(/style-src-elem 'sha256-/);
  });

  it('is named in the file of headers, with who may frame it', () => {
    const address = `/${path.replace(/index\.html$/, '')}`;
    const block = new RegExp(`^${address.replace(/[.]/g, '\\$&')}\\n((?:  .*\\n)+)`, 'm').exec(
      text('_headers'),
    )?.[1];
    expect(block).toContain(`  Content-Security-Policy: ${headerPolicy(path, html)}\n`);
  });
});

describe('the file of headers', () => {
  const lines = text('_headers').split('\n');
  it('is one that Cloudflare Pages takes: at most 100 rules, lines of at most 2000 characters', () => {
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000);
  });
  it('lets every site frame embeds and pinned embeds, and nothing else', () => {
    const blocks = text('_headers')
      .split(/\n(?=\/)/)
      .filter((block) => block.includes('Content-Security-Policy'));
    for (const block of blocks)
      expect(block.includes("frame-ancestors 'none'"), block).toBe(!/^\/(?:embed|v)\//.test(block));
  });
});

it('nginx is told the same', () => {
  const conf = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8');
  const lines = text('_headers').split('\n/')[1]?.split('\n').slice(1) ?? [];
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    expect(conf).toContain(`add_header ${name} "${value}" always;`);
  }
});

it('every package is asked for in one version, and the README has a reason for it', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const named = [...readme.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.trim().split(', '));
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(named).toContain(name);
  }
});

/** What a blogger can paste, and what other sites are told: it is never a bare rate, and it is small. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Version } from '../../src/build/pinned.ts';
import heights from '../../src/site/heights.json';
import { kilobytes } from '../../src/build/budget.mjs';
import { built, bytes, root, text } from './dist.ts';

const ids = built.flatMap((path) => /^figures\/([a-z]+)\.csv$/.exec(path)?.[1] ?? []);
const all = [...ids, 'story'];
const gallery = fromHtml(text('embed/index.html'));
const site = String(select('html', gallery)?.properties['dataSite']);
const snippet = (id: string, kind: string): string =>
  toString(select(`[data-embed=${id}] [data-snippet=${kind}]`, gallery) as Parameters<typeof toString>[0]);
const local = (address: string): string => address.replace(site, '').replace(/\/$/, '/index.html');
const attribute = (html: string, name: string): string =>
  String(select(`[${name}]`, fromHtml(html, { fragment: true }))?.properties[name] ?? '');

/** Our own drawing and the story of the test show no rate of a model that could be torn out of its test. */
const TEST = /\btests?\b|scenario|simulated/i;
const MODEL = /Claude|model/;

describe.each(ids)('the embed of %s', (id) => {
  const html = text(`embed/${id}/index.html`);

  it('is one request beside its fonts, and at most 25 kB', () => {
    expect(html).not.toMatch(/<script[^>]*\ssrc=|<link[^>]*rel="(?:stylesheet|modulepreload|preload)"/);
    expect(kilobytes(html)).toBeLessThanOrEqual(25);
    const fonts = new Set([...html.matchAll(/url\([^)]*\/(\w+)-\w+\.woff2\)/g)].map(([, font]) => font));
    // Words of a page of print are set in its own face, those too that only a live drawing has room for.
    const print = ['frame', 'sentence', 'setup'].includes(id);
    if (/ class="(?:print|t-big|t-quote)\b/.test(html.replace(/<script>[\s\S]*?<\/script>/g, '')))
      expect(print, 'has words in serif').toBe(true);
    expect([...fonts].sort()).toEqual(print ? ['sans', 'serif'] : ['sans']);
  });

  it('runs nothing that needs an origin', () => {
    expect(html).not.toMatch(
      /type="module"|localStorage|sessionStorage|indexedDB|document\.cookie|\bfetch\(/,
    );
  });

  it('is not for search engines, and names the page that is', () => {
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain(`<link rel="canonical" href="${site}figures/${id}/">`);
    expect(html).toContain('<meta name="responsive-embedded-sizing">');
  });

  it('label, title, source and way home are in the page itself', () => {
    const main = select('main', fromHtml(html));
    for (const part of [
      '.badge',
      '.figure-title',
      '.figure-summary',
      '.figure-source',
      '.embed-home',
      'table',
    ])
      expect(toString(select(part, main) as Parameters<typeof toString>[0]).trim(), part).not.toBe('');
    expect(toString(select('.embed-foot', main) as Parameters<typeof toString>[0])).toContain('CC BY 4.0');
  });

  it('what the story’s styles say of its stills, its own say too', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const whole = /<style>([\s\S]*?)<\/style>/.exec(text('index.html'))?.[1] ?? '';
    // A component's own rules name its hash beside the class.
    const used = selectAll('[class]', fromHtml(html)).flatMap(({ properties }) => {
      const names = properties['className'] as string[];
      const own = names.filter((name) => /^s-/.test(name));
      return names.flatMap((name) => own.filter((hash) => hash !== name).map((hash) => `.${name}.${hash}`));
    });
    const lost = [...new Set(used)].filter((rule) => whole.includes(rule) && !style.includes(rule));
    expect(lost).toEqual([]);
  });
});

describe.each(all)('the oEmbed answer of %s', (id) => {
  const page = id === 'story' ? 'index.html' : `figures/${id}/index.html`;
  const answer = JSON.parse(text(`oembed/${id}.json`)) as Record<string, string | number>;

  it('is a valid rich answer', () => {
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 640,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
    expect(answer['height']).toBeGreaterThan(200);
    for (const name of [
      'title',
      'author_name',
      'author_url',
      'provider_name',
      'provider_url',
      'html',
      'thumbnail_url',
    ])
      expect(String(answer[name]), name).not.toBe('');
    expect(built).toContain(local(String(answer['thumbnail_url'])));
    expect(built).toContain(local(attribute(String(answer['html']), 'src')));
  });

  it.each([page, `embed/${id}/index.html`])('is found at the very top of %s', (path) => {
    const head = text(path).slice(0, 1000);
    expect(head).toMatch(
      new RegExp(
        `<link rel="alternate" type="application/json\\+oembed" href="${site}oembed/${id}\\.json" title="[^"]+">`,
      ),
    );
  });
});

describe.each(all)('the card of %s', (id) => {
  const page = fromHtml(text(id === 'story' ? 'index.html' : `figures/${id}/index.html`));
  const said = (name: string): string =>
    String(select(`meta[property="${name}"], meta[name="${name}"]`, page)?.properties['content'] ?? '');

  it('has all that previews ask for, and its picture is there', () => {
    for (const name of [
      'og:type',
      'og:title',
      'og:description',
      'og:url',
      'og:image',
      'og:image:alt',
      'og:locale',
    ])
      expect(said(name), name).not.toBe('');
    expect(said('twitter:card')).toBe('summary_large_image');
    const picture = local(said('og:image'));
    expect(built).toContain(picture);
    expect(bytes(picture).length).toBeLessThan(300_000);
    expect([bytes(picture).readUInt32BE(16), bytes(picture).readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('names test and model in every line, and fits', () => {
    expect(said('og:title').length).toBeLessThanOrEqual(70);
    expect(said('og:description').length).toBeLessThanOrEqual(200);
    for (const line of [
      said('og:title'),
      said('og:description'),
      attribute(snippet(id, 'iframe'), 'title'),
    ]) {
      expect(line).toMatch(TEST);
      expect(line).toMatch(MODEL);
    }
    expect(said('og:image:alt')).toMatch(TEST);
  });
});

it('every embed has been measured: after a build, `npm run heights`, and build again', () => {
  expect(Object.keys(heights).sort()).toEqual([...all].sort());
});

describe.each(all)('what can be pasted of %s', (id) => {
  it('the frame: title, lazy, as wide as its column, and a height that holds', () => {
    const html = snippet(id, 'iframe');
    const frame = select('iframe', fromHtml(html, { fragment: true }))?.properties ?? {};
    expect(frame).toMatchObject({ loading: 'lazy', width: '100%' });
    expect(String(frame['style'])).toContain('border:0');
    expect(Number(frame['height'])).toBeGreaterThanOrEqual(
      Math.max(...Object.values(heights[id as keyof typeof heights] ?? {})),
    );
    expect(built).toContain(local(String(frame['src'])));
    expect(html).toContain('<figcaption>');
  });

  it.each(['iframe', 'html', 'markdown', 'element'])(
    '%s: the caption has label or test, source, licence and link',
    (kind) => {
      const said = snippet(id, kind);
      expect(said).toContain('CC BY 4.0');
      expect(said).toMatch(TEST);
      const home = id === 'story' ? site : `${site}figures/${id}/`;
      expect(said).toContain(home);
      expect(said, 'one full stop is enough').not.toMatch(/\.(?:<\/a>|\]\([^)]*\))\./);
    },
  );

  it('the pictures and scripts it names are there', () => {
    for (const kind of [
      'script',
      'element',
      'png',
      ...(id === 'story' ? [] : ['svg']),
      'markdown',
      'html',
      'oembed',
    ])
      for (const [address] of snippet(id, kind).matchAll(/https?:\/\/[^\s"')>]+/g))
        expect(built, address).toContain(local(address.replace(/\/$/, '/')) || 'index.html');
  });

  it('the picture’s description stands in place of the picture', () => {
    const alt = attribute(snippet(id, 'html'), 'alt');
    expect(alt.length).toBeGreaterThan(40);
    expect(snippet(id, 'markdown')).toContain(alt.slice(0, 30));
  });

  it('the citation in three forms, with a whole address', () => {
    expect(snippet(id, 'citation').match(new RegExp(site, 'g'))).toHaveLength(3);
    expect(snippet(id, 'citation')).toContain('@misc{');
  });
});

describe('the gallery', () => {
  it('holds every figure and the story, in the order of the story', () => {
    const shown = selectAll('[data-embed]', gallery).map(({ properties }) => String(properties['dataEmbed']));
    expect([...shown].sort()).toEqual([...all].sort());
    expect(shown.indexOf('rate')).toBeLessThan(shown.indexOf('article'));
  });

  it('each figure has its small picture, the story its card', () => {
    for (const id of ids) {
      const drawing = select(`[data-embed=${id}] .thumb > svg`, gallery);
      expect(drawing?.children.length, id).toBeGreaterThan(0);
    }
    const card = select('[data-embed=story] .thumb img', gallery)?.properties;
    expect(built).toContain(String(card?.['src']).replace('../', ''));
    expect([card?.['width'], card?.['height'], card?.['alt']]).toEqual([600, 315, '']);
  });

  it.each(['WordPress', 'Ghost', 'Medium', 'Substack', 'Notion', 'Discourse', 'Hugo', 'Anything else'])(
    'says what to paste into %s and what to expect',
    (name) => {
      const heading = selectAll('.cms h3', gallery).find((one) => toString(one).includes(name));
      expect(heading && toString(heading)).toMatch(/Tested|Not tested/);
    },
  );
});

describe('the scripts for hosts', () => {
  it('embed.js is less than 1 kB, asks nobody and checks who speaks', () => {
    expect(bytes('embed.js').length).toBeLessThan(1000);
    expect(text('embed.js')).toContain('event.source');
    expect(text('embed.js')).not.toMatch(/fetch|XMLHttp|import|cookie|storage/i);
  });
});

describe('pinned versions', () => {
  const versions = built.flatMap((path) => /^v\/([^/]+)\/embed\/rate\/index\.html$/.exec(path)?.[1] ?? []);
  it('there is at least one, whole, and without a script or font of the current build', () => {
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) {
      // A figure that came later has no page there.
      const { figures } = JSON.parse(
        readFileSync(join(root, 'versions', version, 'version.json'), 'utf8'),
      ) as Version;
      expect(Object.keys(figures).length).toBeGreaterThan(14);
      for (const id of Object.keys(figures)) {
        const page = text(`v/${version}/embed/${id}/index.html`);
        expect(page).not.toMatch(/<script[^>]*\ssrc=/);
        for (const [, font] of page.matchAll(/url\(([^)]+\.woff2)\)/g))
          expect(built).toContain(String(font).replace('../../', ''));
        const kept = join(root, 'versions', version, `${id}.html`);
        expect(existsSync(kept)).toBe(true);
        if (!page.includes('<p class="embed-corrected">C')) expect(page).toBe(readFileSync(kept, 'utf8'));
      }
    }
  });
});

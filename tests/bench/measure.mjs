/**
 * One visit to a page, as on a middling phone: loaded over slow 4G with a processor four times slower, scrolled to
 * its end by native scrolling, and used a little. All numbers come from the browser's own observers.
 */

import { median } from './report.mjs';

/** What is simulated. Chromium without a GPU draws in software, so frames are dearer here than on a phone. */
export const PROFILE = {
  viewport: { width: 390, height: 844 },
  scale: 2,
  slowdown: 4,
  roundTrip: 150,
  megabits: 1.6,
  /** Pixels scrolled per frame: 48 at 60 frames a second is a quick flick. */
  pixelsPerFrame: 48,
  /** Milliseconds between two presses. */
  betweenPresses: 250,
  /** Milliseconds a key is held down. */
  keyHeld: 90,
};

/** Runs in the page before anything else: keeps what the browser reports. */
function observe() {
  const seen = { lcp: 0, cls: 0, shifts: [], tasks: [], events: [] };
  globalThis.benchSeen = seen;
  const watch = (type, use, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(use)).observe({
      type,
      buffered: true,
      ...more,
    });
  watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  watch('layout-shift', (entry) => {
    if (entry.hadRecentInput) return;
    seen.cls += entry.value;
    const names = entry.sources.map(({ node }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.closest('[id]')?.id ?? '?'} ${element?.tagName.toLowerCase()}.${element?.getAttribute('class') ?? ''}`;
    });
    seen.shifts.push(`${entry.value.toFixed(4)} ${names.join(', ')}`);
  });
  watch('longtask', (entry) => seen.tasks.push({ start: entry.startTime, duration: entry.duration }));
  watch(
    'event',
    (entry) => seen.events.push({ name: entry.name, id: entry.interactionId, duration: entry.duration }),
    {
      durationThreshold: 16,
    },
  );
}

/** Scrolls by a fixed step in every frame to the end of the last step, and notes the time between frames. */
async function scrollThrough(pixels) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const gaps = [];
  const blocked = globalThis.benchSeen.tasks.length;
  const end = [...document.querySelectorAll('[data-step]')].at(-1);
  let last = await frame();
  for (;;) {
    const before = scrollY;
    scrollBy({ top: pixels, behavior: 'instant' });
    const now = await frame();
    gaps.push(now - last);
    last = now;
    if (scrollY === before || (end?.getBoundingClientRect().bottom ?? Infinity) < innerHeight) break;
  }
  return { gaps, tasks: globalThis.benchSeen.tasks.slice(blocked).map(({ duration }) => duration) };
}

/** Waits until nothing was asked for or blocked for a while, at most 15 s. */
async function settle(page) {
  await page.evaluate(async () => {
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    for (let quiet = 0, count = -1, waited = 0; quiet < 5 && waited < 75; waited += 1) {
      const now = performance.getEntriesByType('resource').length + globalThis.benchSeen.tasks.length;
      quiet = now === count ? quiet + 1 : 0;
      count = now;
      await pause(200);
    }
    await document.fonts.ready;
  });
}

/**
 * Clicks and keys a reader would use, four a second, which is faster than anybody reads; the floor has only links.
 * Each Enter turns a page: the focus goes to the new heading, so it is put back.
 */
async function interact(page) {
  const next = page.locator('[data-go=next]:visible').first();
  const pause = () => page.waitForTimeout(PROFILE.betweenPresses);
  if ((await next.count()) > 0) {
    for (let count = 0; count < 6; count += 1) {
      await next.click();
      await pause();
    }
    for (let count = 0; count < 6; count += 1) {
      await next.focus();
      await page.keyboard.press('Enter', { delay: PROFILE.keyHeld });
      await pause();
    }
    return;
  }
  const links = page.locator('main [data-step] :is(h2, h3) a[href^="#"]:visible');
  for (let place = 0; place < Math.min(6, await links.count()); place += 1) {
    await links.nth(place).click();
    await pause();
  }
  for (let count = 0; count < 6; count += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter', { delay: PROFILE.keyHeld });
    await pause();
  }
}

/** The browser reports an event at the paint after it: two frames and a task later all of them are in. */
const flush = (page) =>
  page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(), 100))),
      ),
  );

async function visit(browser, url) {
  const context = await browser.newContext({
    viewport: PROFILE.viewport,
    deviceScaleFactor: PROFILE.scale,
    isMobile: true,
    hasTouch: true,
    // Motion is part of what is measured.
    reducedMotion: 'no-preference',
  });
  await context.addInitScript(observe);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: PROFILE.roundTrip,
    downloadThroughput: (PROFILE.megabits * 1e6) / 8,
    uploadThroughput: (PROFILE.megabits * 1e6) / 16,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: PROFILE.slowdown });
  const requests = [];
  page.on('request', (request) => {
    if (request.url().startsWith('http')) requests.push(new URL(request.url()).pathname);
  });
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  await settle(page);
  return { context, page, session, requests };
}

/** What loading a page cost, milliseconds. */
const loaded = (page) =>
  page.evaluate(() => {
    const { lcp, cls, tasks } = globalThis.benchSeen;
    const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const late = tasks.filter((task) => task.start + task.duration > fcp);
    return {
      fcp,
      lcp,
      clsAtLoad: cls,
      // Of a task that was under way at the first paint, only what came after it.
      tbt: late.reduce(
        (sum, { start, duration }) => sum + Math.max(0, start + duration - Math.max(start, fcp) - 50),
        0,
      ),
      longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
      nodes: document.querySelectorAll('*').length,
    };
  });

/** A visit to a page that is not the story: what it cost to load, and to scroll through with all that it holds. */
export async function measurePage(browser, url) {
  const { context, page, requests } = await visit(browser, url);
  const load = await loaded(page);
  await page.evaluate(scrollThrough, PROFILE.pixelsPerFrame);
  await settle(page);
  const { cls, tasks } = await page.evaluate(() => globalThis.benchSeen);
  await context.close();
  const blocked = tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
  return { ...load, cls, blocked, longest: Math.max(0, ...tasks.map(({ duration }) => duration)), requests };
}

/** A visit to the page's end: what was asked for, and for how long the main thread was busy, milliseconds. */
export async function measureLoad(browser, url) {
  const { context, page, session, requests } = await visit(browser, `${url}/`);
  await page.evaluate(scrollThrough, PROFILE.pixelsPerFrame);
  await settle(page);
  const { metrics } = await session.send('Performance.getMetrics');
  await context.close();
  const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  return { asked: requests, busy: busy * 1000 };
}

/** A visit that is not measured: the first page a browser shows is always slow. */
export async function warm(browser, url) {
  const { context } = await visit(browser, `${url}/`);
  await context.close();
}

/** Visits of a round that only load: one paint alone is a matter of luck, between 300 and 450 ms on either page. */
const LOADS = 3;

async function paints(browser, url) {
  const found = [];
  for (let count = 0; count < LOADS; count += 1) {
    const { context, page } = await visit(browser, url);
    found.push((await loaded(page)).lcp);
    await context.close();
  }
  return found;
}

/**
 * One round: visits that load; a visit that loads and scrolls; and (so that scrolling is not disturbed) a visit that is
 * used.
 */
export async function measure(browser, url) {
  const others = await paints(browser, `${url}/`);
  const first = await visit(browser, `${url}/`);
  const atLoad = [...first.requests];
  const load = await loaded(first.page);
  const { gaps, tasks } = await first.page.evaluate(scrollThrough, PROFILE.pixelsPerFrame);
  // What stands behind the story (passports, sources) is the same static list on both pages.
  await first.page.evaluate(() =>
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
  );
  await settle(first.page);
  const { cls, shifts } = await first.page.evaluate(() => globalThis.benchSeen);
  const afterScroll = [...first.requests];
  await first.context.close();

  const second = await visit(browser, `${url}/?mode=step`);
  await interact(second.page);
  await flush(second.page);
  const events = await second.page.evaluate(() =>
    globalThis.benchSeen.events.filter(({ id }) => id > 0).map(({ duration }) => duration),
  );
  await second.context.close();

  // Half a frame of tolerance: the clock that starts frames is not exact, a frame that is missed costs 16.7 ms more.
  const share = (limit) => gaps.filter((gap) => gap > limit + 8.3).length / gaps.length;
  return {
    ...load,
    lcp: median([load.lcp, ...others]),
    cls,
    shifts,
    atLoad,
    afterScroll,
    frames: gaps.length,
    over16: share(16.7),
    over33: share(33.4),
    longestScrolling: Math.max(0, ...tasks),
    // Below 16 ms the browser reports nothing.
    worstEvent: Math.max(0, ...events),
  };
}

/** Words and pictures that can be seen, with or without scripts. */
export async function measureKept(browser, url, javaScriptEnabled = false) {
  const context = await browser.newContext({ viewport: PROFILE.viewport, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(url);
  if (javaScriptEnabled) await page.locator('html[data-current]').waitFor({ state: 'attached' });
  const kept = await page.evaluate(() => {
    // A control that needs a script is rightly absent without one: only what is read counts.
    for (const control of document.querySelectorAll('button, label, select, [data-mode-link]'))
      control.style.display = 'none';
    const steps = [...document.querySelectorAll('[data-step]')].filter((step) => step.checkVisibility());
    const pictures = [...document.querySelectorAll('[data-step] svg')].filter((svg) => {
      const { width, height } = svg.getBoundingClientRect();
      return (
        width > 150 && height > 60 && svg.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      );
    });
    const words = steps.flatMap((step) =>
      step.innerText.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)),
    );
    return { steps: steps.length, words: words.length, figures: pictures.length };
  });
  await context.close();
  return kept;
}

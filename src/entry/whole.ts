/** The story in a frame of another page: the story's own script, and its height for the host. */
import { mode } from '../story/modes.ts';
import { wireFrame } from '../story/frame.ts';
import './client.ts';

/**
 * Heights that hold every step, by width in pixels, measured when the site was built: the frame keeps one height from
 * step to step, so that nothing moves in the host.
 */
const heights = Object.entries(
  JSON.parse(document.getElementById('heights')?.textContent ?? '{}') as Record<string, number>,
);

/** Unrolled, the story is as high as it is; step by step, what the widest measured frame that is not wider needs. */
const natural = (): number =>
  mode() === 'flat'
    ? document.body.scrollHeight
    : ((heights.findLast(([width]) => Number(width) <= innerWidth) ?? heights[0])?.[1] ?? 0);

const tell = wireFrame('story', natural);
// Words that come or go, a table that is opened: in the unrolled story they change its height.
new ResizeObserver(() => tell()).observe(document.body);

/** Before the journeys: a browser, and the built page on a free port of this machine. */
import { serve } from '../../src/build/serve.mjs';
import { BROWSER_ARGS, findBrowser } from '../browser.mjs';

export default async function setup() {
  process.env.CHROMIUM_PATH = findBrowser().path;
  process.env.CHROMIUM_ARGS = BROWSER_ARGS.join(' ');
  const server = await serve({ root: 'dist', port: 0 });
  process.env.STORY_URL = server.url;
  return server.close;
}

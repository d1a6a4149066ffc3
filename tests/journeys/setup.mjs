/** Before the journeys: a browser, the built page on a free port of this machine, and hosts for embeds on another. */
import { serve } from '../../src/build/serve.mjs';
import { BROWSER_ARGS, findBrowser } from '../browser.mjs';
import { serveHosts } from '../hosts/serve.mjs';

export default async function setup() {
  process.env.CHROMIUM_PATH = findBrowser().path;
  process.env.CHROMIUM_ARGS = BROWSER_ARGS.join(' ');
  const server = await serve({ root: 'dist', port: 0 });
  const hosts = await serveHosts(`${server.url}/`, 'dist');
  process.env.STORY_URL = server.url;
  process.env.HOSTS_URL = hosts.url;
  return async () => {
    hosts.close();
    await server.close();
  };
}

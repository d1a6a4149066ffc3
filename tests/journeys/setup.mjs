/** Before the journeys: a browser, the built page on a free port of this machine, and hosts for embeds on another. */
import { serve } from '../../src/build/serve.mjs';
import { BROWSER_ARGS, findBrowser } from '../browser.mjs';
import { serveHosts } from '../hosts/serve.mjs';

/** Tells the workers where all is, through the environment. Returns how to end it. */
export async function around(server) {
  process.env.CHROMIUM_PATH = findBrowser().path;
  process.env.CHROMIUM_ARGS = BROWSER_ARGS.join(' ');
  const hosts = await serveHosts(`${server.url}/`, 'dist');
  process.env.STORY_URL = server.url;
  process.env.HOSTS_URL = hosts.url;
  return async () => {
    hosts.close();
    await server.close();
  };
}

export default async () => around(await serve({ root: 'dist', port: 0 }));

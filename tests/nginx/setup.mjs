/** Before the journeys on nginx: a browser, nginx with the built site, and hosts for embeds on another port. */
import { BROWSER_ARGS, findBrowser } from '../browser.mjs';
import { serveHosts } from '../hosts/serve.mjs';
import { startNginx } from './start.mjs';

export default async function setup() {
  process.env.CHROMIUM_PATH = findBrowser().path;
  process.env.CHROMIUM_ARGS = BROWSER_ARGS.join(' ');
  const server = await startNginx();
  const hosts = await serveHosts(`${server.url}/`, 'dist');
  process.env.STORY_URL = server.url;
  process.env.HOSTS_URL = hosts.url;
  process.env.NGINX_BROTLI = server.brotli ? 'yes' : '';
  return async () => {
    hosts.close();
    await server.close();
  };
}

/** Before the journeys on nginx: as before all others, with nginx in the place of our own server. */
import { around } from '../journeys/setup.mjs';
import { startNginx } from './start.mjs';

export default async function setup() {
  const server = await startNginx();
  process.env.NGINX_BROTLI = server.brotli ? 'yes' : '';
  return around(server);
}

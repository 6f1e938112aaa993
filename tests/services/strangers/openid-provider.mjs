// A certified OpenID provider that we did not write, in the last version that runs on Node 18 (Debian 12, Ubuntu 24.04).
// Reads {"client_id", "jwk"} from stdin, says its issuer on stdout, and ends when stdin closes. Everybody who knocks is Anna.

import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

const SUBSTANTIAL = 'https://data.gov.dk/concept/core/nsis/Substantial';
const ANNA = {
  sub: 'anna',
  'mitid.identity_name': 'Anna Holm',
  'mitid.has_cpr': 'true',
  'dk.cpr': '6705411234',
};

const lines = createInterface({ input: process.stdin });
const kiosk = JSON.parse((await lines[Symbol.asyncIterator]().next()).value);
process.stdin.on('close', () => process.exit(0)).resume();

const server = createServer();
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

const provider = new Provider(issuer, {
  clients: [{
    client_id: kiosk.client_id,
    redirect_uris: ['https://kiosk.invalid/back'],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [kiosk.jwk] },
  }],
  jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256', kid: 'one' }] },
  cookies: { keys: ['for a test only'], long: { sameSite: 'none' }, short: { sameSite: 'lax' } },
  enableHttpPostMethods: true, // RP-Initiated Logout 1.0, 2: must support POST
  acrValues: [SUBSTANTIAL],
  scopes: ['openid', 'mitid', 'ssn'],
  claims: { mitid: ['mitid.identity_name', 'mitid.has_cpr'], ssn: ['dk.cpr'] },
  features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ANNA }),
  async loadExistingGrant(ctx) {
    const { clientId } = ctx.oidc.client;
    const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid mitid ssn');
    await grant.save();
    return grant;
  },
});

provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith('/interaction/')) return next();
  const login = { accountId: ANNA.sub, acr: SUBSTANTIAL, amr: ['pwd'] };
  ctx.respond = false;
  return provider.interactionFinished(ctx.req, ctx.res, { login });
});

server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);

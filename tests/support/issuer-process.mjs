/**
 * A city's sign-in service on this machine: `node issuer-process.mjs '{"port","secret","returns"}'`, which prints a line once it
 * listens. Nobody types anything there: whoever comes is the person that `login_hint` describes, as claims in JSON and
 * base64url; without one they change their mind.
 */
import Provider from 'oidc-provider';
import { generateKeyPairSync } from 'node:crypto';

const { port, secret, returns } = JSON.parse(process.argv[2]);
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'meja-layanan', client_secret: secret, redirect_uris: returns }],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'satu' }] },
  cookies: { keys: [secret] },
  pkce: { required: () => true },
  claims: { email: ['email', 'email_verified'], profile: ['name', 'nip'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/pengenalan/${uid}` },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...JSON.parse(Buffer.from(id, 'base64url').toString('utf8')) }),
  }),
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope(oidc.params.scope);
    await grant.save();
    return grant;
  },
});

provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith('/pengenalan/')) return next();
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  const who = params.login_hint;
  const result = who ? { login: { accountId: who } } : { error: 'access_denied' };
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
});
provider.listen(port, '127.0.0.1', () => process.stdout.write('listening\n'));

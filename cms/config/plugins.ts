import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];
/** The bucket of attachments and of what editors upload, where one is set. */
const bucketOf = (env: Env) =>
  env('S3_BUCKET')
    ? {
        endpoint: env('S3_ENDPOINT', ''),
        region: env('S3_REGION', 'us-east-1'),
        bucket: env('S3_BUCKET'),
        accessKey: env('S3_ACCESS_KEY_ID', ''),
        secretKey: env('S3_SECRET_ACCESS_KEY', ''),
        isPathStyle: env.bool('S3_PATH_STYLE', true),
        prefix: env('S3_PREFIX', ''),
      }
    : null;

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': {
    config: {
      jwtSecret: env('JWT_SECRET'),
      jwt: { expiresIn: '12h' },
      register: { allowedFields: [] },
      ratelimit: { enabled: true, interval: { min: 1 }, max: 20 },
    },
  },
  upload: {
    config: {
      // With a bucket the machines of several instances share it; else it is the folder that is served.
      provider: env('S3_BUCKET') ? 'strapi-plugin-ticketing/media' : 'local',
      sizeLimit: 10 * 1024 * 1024,
      providerOptions: env('S3_BUCKET') ? { bucket: bucketOf(env) } : {},
      actionOptions: { upload: {}, delete: {} },
      breakpoints: {},
    },
  },
  email: {
    config: {
      provider: 'nodemailer',
      providerOptions: { url: env('SMTP_URL', 'smtp://127.0.0.1:1025') },
      settings: {
        defaultFrom: env('MAIL_FROM', 'tiket@bukittinggikota.test'),
        defaultReplyTo: env('MAIL_FROM', 'tiket@bukittinggikota.test'),
      },
    },
  },
  // A workspace package that Strapi finds among the dependencies, server and admin part alike.
  ticketing: {
    enabled: true,
    config: {
      dataDir: env('DATA_DIR'),
      // Attachments lie in the data folder, or in this bucket.
      bucket: bucketOf(env),
      // Reports and exports are read there, where one is set.
      replicaUrl: env('DATABASE_REPLICA_URL', ''),
      replicaSeconds: env.int('DATABASE_REPLICA_SECONDS', 1),
      traces: env('OTEL_EXPORTER_OTLP_ENDPOINT')
        ? {
            endpoint: env('OTEL_EXPORTER_OTLP_ENDPOINT'),
            headers: env('OTEL_EXPORTER_OTLP_HEADERS', ''),
            share: env('OTEL_TRACES_SAMPLER_ARG', ''),
            service: 'ticketing-cms',
          }
        : null,
      documentKey: env('DOCUMENT_KEY'),
      signingCertificate: env('SIGNING_CERTIFICATE', ''),
      siteUrl: env('SITE_URL', 'http://127.0.0.1:4321'),
      demo: env.bool('DEMO_DATA', false),
      metricsToken: env('METRICS_TOKEN', ''),
      drainSeconds: env.int('CMS_DRAIN_SECONDS', 0),
      backupDaily: env.bool('BACKUP_DAILY', true),
      isRehearsal: env.bool('REHEARSAL', false),
      isImport: env.bool('IMPORT', false),
      firstAdminEmail: env('FIRST_ADMIN_EMAIL', env('MAIL_FROM', 'admin@bukittinggikota.test')),
      webhookAllowed: env.array('WEBHOOK_ALLOWED_ADDRESSES', []),
      pushAllowed: env.array('PUSH_ALLOWED_ADDRESSES', []),
      trustedProxies: env.array('TRUSTED_PROXIES', ['127.0.0.1', '::1']),
    },
  },
});
export default config;

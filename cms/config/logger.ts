import type { Core } from '@strapi/strapi';
import { formats, winston } from '@strapi/logger';

/** One object a line, for whoever gathers logs of several servers; what belongs to one request bears its id. */
const asJson = winston.format.combine(
  winston.format.errors({ stack: true }),
  winston.format.timestamp(),
  winston.format((line) => ({ ...line, service: 'cms' }))(),
  winston.format.json(),
);

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  level: env('LOG_LEVEL', 'http'),
  format: env('LOG_FORMAT', 'text') === 'json' ? asJson : formats.prettyPrint(),
});

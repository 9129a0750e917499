import type { Core } from '@strapi/strapi';
import { facets, list } from './list';
import { rate, ratings } from './rate';
import { read } from './read';
import { suggest } from './suggest';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  list: list(strapi),
  facets: facets(strapi),
  read: read(strapi),
  rate: rate(strapi),
  ratings: ratings(strapi),
  suggest: suggest(strapi),
});

import type { Core } from '@strapi/strapi';
import { find, open, submit } from './answer';
import { periods, result, suggestions } from './evaluate';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  open: open(strapi),
  find: find(strapi),
  submit: submit(strapi),
  periods: periods(strapi),
  result: result(strapi),
  suggestions: suggestions(strapi),
});

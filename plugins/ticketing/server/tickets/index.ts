import type { Core } from '@strapi/strapi';
import { act } from './act';
import { comment } from './comment';
import { join } from './join';
import { list } from './list';
import { tellDue } from './due';
import { detail } from './detail';
import { readable } from './read';
import { findSimilar, frequentServices } from './similar';
import { submit } from './submit';
import { timeline } from './timeline';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  submit: submit(strapi),
  act: act(strapi),
  comment: comment(strapi),
  join: join(strapi),
  findSimilar: findSimilar(strapi),
  frequentServices: frequentServices(strapi),
  list: list(strapi),
  read: detail(strapi),
  timeline: timeline(strapi),
  tellDue: tellDue(strapi),
  readable: readable.bind(null, strapi),
});

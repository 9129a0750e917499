import { bootstrap, destroy } from './bootstrap';
import contentTypes from './database/content-types';
import attempts from './http/middlewares/attempts';
import refusals from './http/middlewares/refusals';
import { register } from './http/register';
import routes from './http/routes';
import services from './services';

export default { register, bootstrap, destroy, contentTypes, routes, services, middlewares: { attempts, refusals } };

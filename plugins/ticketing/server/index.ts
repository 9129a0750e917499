import { bootstrap, destroy } from './bootstrap';
import contentTypes from './content-types';
import attempts from './middlewares/attempts';
import refusals from './middlewares/refusals';
import { register } from './register';
import routes from './routes';
import services from './services';

export default { register, bootstrap, destroy, contentTypes, routes, services, middlewares: { attempts, refusals } };

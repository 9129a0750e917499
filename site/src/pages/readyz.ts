export { GET } from './healthz';

export { label } from '../words.ts';

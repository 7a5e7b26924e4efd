/**
 * For scripts that read large files: Node lets its heap grow to several times what is in use before it collects. Collecting from a half more
 * on halves the memory and costs a fifth of the speed.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--heap-growing-percent=60');

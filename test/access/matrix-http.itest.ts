import { testMatrix } from './matrix';

testMatrix('http');

import { testMatrix } from './matrix';

testMatrix('operations');

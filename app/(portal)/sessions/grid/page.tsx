import { gridPageOf } from '../../[model]/grid/grid-page-of';

const pages = gridPageOf('sessions');
export const generateMetadata = pages.generateMetadata;
export default pages.Page;

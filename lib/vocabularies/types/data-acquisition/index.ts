import { family } from '../build';
import { audioAndBehaviorTracking } from './audio-and-behavior-tracking';
import { tomographyAndUltrasound } from './tomography-and-ultrasound';
import { opticalImaging } from './optical-imaging';
import { electrophysiology } from './electrophysiology';
import { magneticAndFunctionalImaging } from './magnetic-and-functional-imaging';
import { generalAndTimeSeriesData } from './general-and-time-series-data';

export const dataAcquisitionTypes = family('dataacquisition', 'data acquisition type', [
  ...audioAndBehaviorTracking,
  ...tomographyAndUltrasound,
  ...opticalImaging,
  ...electrophysiology,
  ...magneticAndFunctionalImaging,
  ...generalAndTimeSeriesData,
]);

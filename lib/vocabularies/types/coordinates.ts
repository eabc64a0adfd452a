import { angle, family, quantity, typed } from './build';
import { UNITS } from './units';

export const coordinateSystems = family('coordinates', 'coordinate system', [
  typed('CCF_XYZ_Absolute', 'Common Coordinate Framework XYZ Absolute Coordinates', '1.1.0', [
    quantity('x', 'X coordinate', 'mm', UNITS.position),
    angle('xAngle', 'X angle'),
    quantity('y', 'Y coordinate', 'mm', UNITS.position),
    angle('yAngle', 'Y angle'),
    quantity('z', 'Z coordinate', 'mm', UNITS.position),
    angle('zAngle', 'Z angle'),
  ]),
  typed('External_XYZ_Absolute', 'External XYZ Coordinates with Angles', '1.1.0', [
    quantity('x', 'X coordinate', 'm', UNITS.position),
    quantity('xAngle', 'X angle', '°', UNITS.angle, { min: -180, max: 360 }),
    quantity('y', 'Y coordinate', 'm', UNITS.position),
    quantity('yAngle', 'Y angle', '°', UNITS.angle, { min: -180, max: 360 }),
    quantity('z', 'Z coordinate', 'm', UNITS.position),
    quantity('zAngle', 'Z angle', '°', UNITS.angle, { min: -180, max: 360 }),
  ]),
  typed('Stereotaxic_BregmaAbsolute', 'Stereotaxic Bregma-Based Absolute Coordinates', '1.1.0', [
    quantity('apCoordinate', 'AP coordinate', 'mm', UNITS.position),
    angle('apAngle', 'AP angle'),
    quantity('mlCoordinate', 'ML coordinate', 'mm', UNITS.position),
    angle('mlAngle', 'ML angle'),
    quantity('dvCoordinate', 'DV coordinate', 'mm', UNITS.position),
    angle('dvAngle', 'DV angle'),
  ]),
  typed('Stereotaxic_BregmaBrainSurface', 'Stereotaxic Bregma-Based Surface Coordinates with Depth', '1.1.0', [
    quantity('apCoordinate', 'AP coordinate', 'mm', UNITS.position),
    angle('apAngle', 'AP angle'),
    quantity('mlCoordinate', 'ML coordinate', 'mm', UNITS.position),
    angle('mlAngle', 'ML angle'),
    quantity('depth', 'Depth', 'mm', UNITS.position),
    angle('rotation', 'Rotation'),
  ]),
  typed('Stereotaxic_LambdaAbsolute', 'Stereotaxic Lambda-Based Absolute Coordinates', '1.1.0', [
    quantity('apCoordinate', 'AP coordinate', 'mm', UNITS.position),
    angle('apAngle', 'AP angle'),
    quantity('mlCoordinate', 'ML coordinate', 'mm', UNITS.position),
    angle('mlAngle', 'ML angle'),
    quantity('dvCoordinate', 'DV coordinate', 'mm', UNITS.position),
    angle('dvAngle', 'DV angle'),
  ]),
  typed('Stereotaxic_LambdaBrainSurface', 'Stereotaxic Lambda-Based Surface Coordinates with Depth', '1.1.0', [
    quantity('apCoordinate', 'AP coordinate', 'mm', UNITS.position),
    angle('apAngle', 'AP angle'),
    quantity('mlCoordinate', 'ML coordinate', 'mm', UNITS.position),
    angle('mlAngle', 'ML angle'),
    quantity('depth', 'Depth', 'mm', UNITS.position),
    angle('rotation', 'Rotation'),
  ]),
]);

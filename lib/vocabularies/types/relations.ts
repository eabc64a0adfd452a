/** Coordinate systems of a place in the brain. */
export const IN_BRAIN = [
  'Stereotaxic_BregmaBrainSurface',
  'Stereotaxic_LambdaBrainSurface',
  'CCF_XYZ_Absolute',
  'Stereotaxic_BregmaAbsolute',
  'Stereotaxic_LambdaAbsolute',
];

const electrodes = ['SiliconProbeImplant', 'TetrodeWireElectrodeImplant', 'SingleWireElectrodeImplant'];

/** Procedures that an acquisition or a manipulation may build on. */
export const PROCEDURES = {
  electrodes,
  electrodesOrFiber: [...electrodes, 'OpticFiberImplant'],
  opticalAccess: ['OpticFiberImplant', 'CranialWindow', 'Craniectomy', 'Craniotomy'],
};

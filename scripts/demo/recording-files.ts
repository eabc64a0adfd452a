/** What the whisker rig writes: the part of session.toml that is the same in every session. */
export const whiskerFiles = {
  bpod_path: 'Bpod/*.mat',
  bpod_order: 'name_asc',
  bpod_continuous_time: true,
  trial_types: [
    { description: 'Active touch', trial_type: 1, sync_signal: 'W2T_Audio', sync_ttl: 'ttl_cue' },
    { description: 'Passive touch', trial_type: 2, sync_signal: 'A2L_Audio', sync_ttl: 'ttl_cue' },
    { description: 'Catch', trial_type: 3, sync_signal: 'Catch_Audio', sync_ttl: 'ttl_cue' },
  ],
  ttls: [
    { id: 'ttl_camera', description: 'One pulse for each frame of both cameras', paths: 'TTLs/*xa_7_0*.txt' },
    { id: 'ttl_cue', description: 'Onset of the cue', paths: 'TTLs/*xia_3_0*.txt' },
    { id: 'ttl_hitmiss', description: 'Outcome of the trial', paths: 'TTLs/*xa_1_0*.txt' },
  ],
  cameras: [
    {
      id: 'cam_top',
      description: 'Whiskers from above',
      paths: 'Video/top/*.avi',
      order: 'name_asc',
      ttl_id: 'ttl_camera',
    },
    {
      id: 'cam_pupil',
      description: 'Left pupil',
      paths: 'Video/pupil_left/*.avi',
      order: 'name_asc',
      ttl_id: 'ttl_camera',
    },
  ],
};

/** Added in sessions with silencing. */
export const silencing = {
  trial_type: { description: 'Silencing', trial_type: 4, sync_signal: 'Laser', sync_ttl: 'ttl_laser' },
  ttl: { id: 'ttl_laser', description: 'Laser on', paths: 'TTLs/*xa_4_0*.txt' },
};

/** A small valid file to start from. */
export const exampleText = `[session]
id = "M071_2026-03-14_01"
subject_id = "mouse_071"
date = "2026-03-14T10:30:00+01:00"
experimenter = "A. Researcher"
description = "Whisker detection task, day 5"
sex = "F"
age = "P90D"
genotype = "PV-Cre/+"

[bpod]
path = "Bpod/*.mat"
order = "name_asc"

[[bpod.trial_types]]
description = "Active whisker touch"
trial_type = 1
sync_signal = "W2T_Audio"
sync_ttl = "ttl_cue"

[[TTLs]]
id = "ttl_camera"
description = "Frame pulses of the camera"
paths = "TTLs/*xa_7_0*.txt"

[[TTLs]]
id = "ttl_cue"
description = "Cue tone"
paths = "TTLs/*xia_3_0*.txt"

[[cameras]]
id = "cam0"
description = "Whiskers from above"
paths = "Video/top/*.avi"
order = "name_asc"
ttl_id = "ttl_camera"
`;

import { calendar, type Calendar } from './calendar';
import { experiments } from './experiments';
import type { Experiment } from './experiments/plan';
import { breedings, cohorts, collections } from './litters';
import { procedurelogs, subjectlogs } from './logs';
import { groups, laboratories, nameOf, users, type UserKey } from './people';
import { projects } from './projects';
import { chance, type Chance } from './random';
import { silencing, whiskerFiles } from './recording-files';
import { licenses, protocols, publications } from './resources';
import { behavioralassays, datastorages, equipment, setups } from './setups';
import { consumablestocks, inventories } from './stock';
import { subjects, type Subject } from './subjects';
import { procedures } from './surgeries';
import { proposals } from './waiting';
import { isRestricted, weightOn } from './weights';

const minuteMs = 60_000;
const daysShown = 61;

/** All records of one session, each with a key of its own. */
function record(
  experiment: Experiment,
  subject: Subject,
  day: number,
  date: string,
  nth: number,
  days: Calendar,
  luck: Chance,
) {
  const name = `${subject.name}_${date}_${String(nth + 1).padStart(2, '0')}`;
  const session = `session:${name}`;
  const plan = experiment.plan(subject.name, day, luck);
  const experimenter =
    experiment.experimenters[luck.integer(0, experiment.experimenters.length - 1)] ?? experiment.experimenters[0];
  const author: UserKey = `user:${experimenter}`;
  const part = { created_by: author, session };
  const behavior = `behavior:${name}`;
  const manipulation = `manipulation:${name}`;
  const acquisition = (file: string) => `dataacquisition:${name}:${file}`;
  return {
    session: {
      key: session,
      created_by: author,
      name,
      description: plan.description,
      projects: [experiment.project],
      date_time: days.at(date, experiment.firstHour + nth * 2, luck.integer(1, 11) * 5),
      experimenter: nameOf(experimenter),
      datastorage: [experiment.storage],
      extra_fields: plan.extra_fields,
      download_links:
        experiment.project === 'project:sequences' && day < 20
          ? [{ repository: 'Other', url: `https://data.example.org/hippocampal-sequences/${name}` }]
          : [],
      name_used_in_storage: '',
      tags: plan.tags,
    },
    sessionsubject: {
      ...part,
      key: `sessionsubject:${name}`,
      subject: subject.key,
      age: days.age(subject.birth_date, date),
      weight: weightOn(subject, date, isRestricted(experiment.project)),
    },
    behaviors: plan.behavior
      ? [
          {
            ...part,
            key: behavior,
            subjects: [subject.key],
            setup: plan.behavior.setup,
            behavioralassay: plan.behavior.assay,
            notes: plan.behavior.notes,
            order: 0,
          },
        ]
      : [],
    dataacquisitions: plan.acquisitions.map(({ name: file, ...rest }, order) => ({
      ...part,
      key: acquisition(file),
      ...rest,
      order,
    })),
    manipulations: plan.manipulation ? [{ ...part, key: manipulation, ...plan.manipulation, order: 0 }] : [],
    epochs: plan.epochs.map((epoch, index) => ({
      ...part,
      key: `epoch:${name}:${index}`,
      name: epoch.name,
      start: epoch.start * minuteMs,
      end: epoch.end * minuteMs,
      behavior: epoch.isTask && plan.behavior ? behavior : null,
      dataacquisition: epoch.acquisition ? acquisition(epoch.acquisition) : null,
      manipulation: epoch.isManipulated && plan.manipulation ? manipulation : null,
    })),
    recordingfiles: plan.recordingFiles
      ? [
          {
            ...part,
            key: `recordingfiles:${name}`,
            ...whiskerFiles,
            ...(plan.manipulation
              ? {
                  trial_types: [...whiskerFiles.trial_types, silencing.trial_type],
                  ttls: [...whiskerFiles.ttls, silencing.ttl],
                }
              : {}),
          },
        ]
      : [],
  };
}

/**
 * A laboratory that looks lived in: people, groups, projects, animals, rigs and two months of sessions up to `today`.
 * Plain data with the field names of the wire. Records name each other by `key` (`subject:M071`); a reference that is
 * no key is the id of a starter record. `created_by` is the person who may and does make the record. The same day,
 * zone and program give the same laboratory; nothing lies after `today`.
 */
export function demoLaboratory(today: Date, zone: string) {
  const days = calendar(today, zone);
  const luck = chance(20_260_101);
  const animals = subjects(days);
  const recorded = experiments.flatMap((experiment) => {
    const dates = days.workingDays(daysShown).map((date, day) => ({ date, day, times: experiment.sessionsOn(day) }));
    return dates
      .filter(({ times }) => times > 0)
      .flatMap(({ date, day, times }, turn) => {
        const alive = animals.filter(
          ({ name, death_date }) => experiment.subjects.includes(name) && (death_date === null || date < death_date),
        );
        const subject = alive[turn % alive.length];
        if (!subject) return [];
        return Array.from({ length: times }, (_, nth) => record(experiment, subject, day, date, nth, days, luck));
      });
  });
  const past = recorded
    .filter(({ session }) => session.date_time <= today.toISOString())
    .sort((a, b) => a.session.date_time.localeCompare(b.session.date_time));
  return {
    users,
    groups,
    laboratories,
    licenses: licenses(days),
    protocols,
    publications: publications(days),
    projects,
    setups,
    equipment,
    behavioralassays,
    datastorages,
    inventories,
    consumablestocks: consumablestocks(days),
    subjects: animals,
    cohorts,
    breedings: breedings(days),
    procedures: procedures(days),
    subjectlogs: subjectlogs(animals, days, today.toISOString()),
    procedurelogs: procedurelogs(days),
    sessions: past.map(({ session }) => session),
    collections: collections(past.map(({ session }) => session)),
    sessionsubjects: past.map(({ sessionsubject }) => sessionsubject),
    behaviors: past.flatMap(({ behaviors }) => behaviors),
    dataacquisitions: past.flatMap(({ dataacquisitions }) => dataacquisitions),
    manipulations: past.flatMap(({ manipulations }) => manipulations),
    epochs: past.flatMap(({ epochs }) => epochs),
    recordingfiles: past.flatMap(({ recordingfiles }) => recordingfiles),
    setuptypes: proposals,
  };
}

export type DemoLaboratory = ReturnType<typeof demoLaboratory>;

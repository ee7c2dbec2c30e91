/** The bodies that a skeleton can be made for, by the names that the services have for them. */
export type RigType = 'biped' | 'quadruped' | 'hexapod' | 'octopod' | 'avian' | 'serpentine' | 'aquatic';

/** They stand with what formats share because the directory's own downloads hold the same rows. */
export { activities, failures, federated } from '../b2c-activities.ts'

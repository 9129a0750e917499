/** A bucket as the server reaches it, for what is kept and read beside it. */
export {
  ATTACHMENTS,
  BACKUPS,
  BucketFailure,
  MEDIA,
  openBucket,
  type Bucket,
  type BucketSettings,
} from '../../plugins/ticketing/server/attachments/objects.mts';

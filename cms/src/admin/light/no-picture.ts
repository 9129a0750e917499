/** Stands where a picture is not shown. */
export default '';

package io.crmkit.permission;

/** Whether a person has as much as a grant gives, so that they could give it. */
record Covering(Scope scope) {
  boolean covers(Grant grant) {
    String permission = grant.get(Grant.PERMISSION);
    if (permission != null) {
      return scope.permits(permission);
    }
    if (grant.require(Grant.LEVEL) == Level.NONE) {
      return true;
    }
    boolean covered = false;
    for (Model.Whole role : scope.person().roles()) {
      for (Grant mine : role.grants()) {
        if (mine.get(Grant.OPERATION) == grant.get(Grant.OPERATION) && overlaps(mine, grant)) {
          if (mine.denies()) {
            return false;
          }
          covered |= isWider(mine, grant);
        }
      }
    }
    return covered;
  }

  private static boolean overlaps(Grant mine, Grant grant) {
    String all = Grant.ALL_TYPES;
    String its = grant.require(Grant.RECORD_TYPE);
    String own = mine.require(Grant.RECORD_TYPE);
    return own.equals(its)
        || own.equals(all)
        || its.equals(all)
        || own.equals(Grant.REFERENCE_DATA)
        || its.equals(Grant.REFERENCE_DATA);
  }

  private boolean isWider(Grant mine, Grant grant) {
    String its = grant.require(Grant.RECORD_TYPE);
    boolean types =
        mine.require(Grant.RECORD_TYPE).equals(its)
            || scope.layout().types().stream()
                .anyMatch(
                    type ->
                        type.name().equals(its)
                            && Scope.isAbout(mine, type, grant.require(Grant.OPERATION)));
    boolean rule =
        mine.get(Grant.RULE) == null || mine.require(Grant.RULE).equals(grant.get(Grant.RULE));
    return types && rule && mine.require(Grant.LEVEL).covers(grant.require(Grant.LEVEL));
  }
}

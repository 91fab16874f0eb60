package io.crmkit.org;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Trees;
import io.crmkit.kernel.work.Workspace;
import java.util.Optional;
import java.util.Set;

/** The people and units of the organisation; itself the records of its users. */
public final class Organization extends Records<User> {
  /** The organisation as {@code space} sees it. */
  public Organization(Workspace space) {
    super(space, User.TYPE);
  }

  /** The units. */
  public Records<OrgUnit> units() {
    return space().records(OrgUnit.TYPE);
  }

  /** The user in whose name this is; empty where the actor has no user record. */
  public Optional<Ref<User>> me() {
    return where(User.USERNAME.is(space().context().actor())).first().map(User::ref);
  }

  /** A unit and everything below it. */
  public Set<Ref<OrgUnit>> unitAndBelow(Ref<OrgUnit> top) {
    return Trees.andBelow(units(), OrgUnit.PARENT, top);
  }

  /** A manager and everybody who reports to them, directly or through others. */
  public Set<Ref<User>> teamOf(Ref<User> manager) {
    return Trees.andBelow(this, User.MANAGER, manager);
  }
}

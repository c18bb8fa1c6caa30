package org.seatrial.image.packages;

import java.util.List;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** The subjects for packages of the operating system. To be imported statically. */
public final class PackageSubjects {

  private PackageSubjects() {}

  /**
   * Look at what is installed by this name: {@code package curl should be installed}.
   *
   * @param name exactly, without architecture
   */
  public static Subject<PackageInstances> installedPackage(String name) {
    return new Observed<>("package", name, new PackageRequest(name));
  }

  /**
   * Look at every installed package: {@code packages should never …}. Absent, so violated, when
   * there is no database of packages.
   */
  public static Subject<List<Known<InstalledPackage>>> installedPackages() {
    return new Observed<>("packages", "", PackagesRequest.all());
  }

  /**
   * Look at the installed packages whose names match: {@code packages telnet* should not exist}.
   *
   * @param pattern see {@link org.seatrial.check.Wildcard}
   */
  public static Subject<List<Known<InstalledPackage>>> installedPackages(String pattern) {
    return new Observed<>("packages", pattern, new PackagesRequest(pattern));
  }

  private static final class Observed<S> extends Subject<S> {

    private final Request<S> request;

    Observed(String noun, String name, Request<S> request) {
      super(noun, name);
      this.request = request;
    }

    @Override
    protected Request<S> request() {
      return request;
    }
  }
}

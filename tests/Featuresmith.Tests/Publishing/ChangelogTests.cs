using Featuresmith.Publishing.Versions;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

public class ChangelogTests
{
    [TestCase("", "# Changelog\n\n## 1.1.0\n\n- New.\n")]
    [TestCase("# Changelog\n\n## 1.0.0\n\n- First.\n", "# Changelog\n\n## 1.1.0\n\n- New.\n\n## 1.0.0\n\n- First.\n")]
    [TestCase("# Changes\r\n\r\nWords.\r\n", "# Changes\r\n\r\nWords.\r\n\r\n## 1.1.0\r\n\r\n- New.\r\n")]
    [TestCase("# Changes\n\n### 9\n\n## 1.0.0\n", "# Changes\n\n### 9\n\n## 1.1.0\n\n- New.\n\n## 1.0.0\n")]
    public void The_newest_version_stands_in_front(string before, string after) =>
        Changelog.Add(before, "1.1.0", ["New."]).ShouldBe(after);
}

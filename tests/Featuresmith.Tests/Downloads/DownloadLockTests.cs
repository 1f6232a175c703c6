using Featuresmith.Downloads;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Downloads;

public class DownloadLockTests
{
    private static readonly string One = new('1', 64);
    private static readonly string Two = new('2', 64);

    [Test]
    public void An_entry_is_added_in_its_place_and_comments_stay()
    {
        var text = $"{{\n  // why\n  \"b-1.tgz\": \"{One}\"\n}}\n";

        DownloadLock
            .Parse(text)
            .With("a-1.tgz", Two)
            .ToString()
            .ShouldBe($"{{\n  // why\n  \"a-1.tgz\": \"{Two}\",\n  \"b-1.tgz\": \"{One}\"\n}}\n");
    }

    [Test]
    public void What_nothing_is_added_to_is_the_same_text()
    {
        var file = Path.Combine(RepositoryFiles.Root, "templates", "docker-in-docker", DownloadLock.FileName);
        var text = File.ReadAllText(file);

        DownloadLock.Parse(text).ToString().ShouldBe(text);
    }

    [TestCase("{\n  \"a\": \"short\"\n}\n", "line 2 is neither")]
    [TestCase("[]\n", "line 1 is neither")]
    [TestCase("{ \"a\": 1 }\n", "line 1 is neither")]
    public void A_line_that_install_sh_would_not_read_is_refused(string text, string sentence) =>
        Should.Throw<InvalidDataException>(() => DownloadLock.Parse(text)).Message.ShouldContain(sentence);
}

using NUnit.Framework;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;

namespace Featuresmith.Tests.Scriban;

[TestFixture]
internal sealed class FolderTemplateLoaderTests
{
    private string top = null!;

    [SetUp]
    public void MakeFolders()
    {
        top = Directory.CreateTempSubdirectory("scriban").FullName;
        Write("inside/a.sbn", "A");
        Write("inside/deep/b.sbn", "B");
        Write("other/c.sbn", "C");
        Write("secret.sbn", "S");
        Write("inside2/d.sbn", "D");
    }

    [TearDown]
    public void RemoveFolders() => Directory.Delete(top, recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(top, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Include(string name)
    {
        var loader = new FolderTemplateLoader(Path.Combine(top, "inside"), Path.Combine(top, "other"));
        return Templates.Render($"{{{{ include '{name}' }}}}", new TemplateContext { TemplateLoader = loader });
    }

    [TestCase("a.sbn", "A")]
    [TestCase("deep/b.sbn", "B")]
    [TestCase("c.sbn", "C")]
    public void A_template_within_the_folders_is_found(string name, string expected) =>
        Include(name).ShouldBe(expected);

    [TestCase("../secret.sbn")]
    [TestCase("deep/../../secret.sbn")]
    [TestCase("deep/../a.sbn")]
    [TestCase("./a.sbn")]
    [TestCase("/etc/hostname")]
    [TestCase("..\\\\secret.sbn")]
    [TestCase("deep//b.sbn")]
    [TestCase("../inside2/d.sbn")]
    public void A_name_that_leads_out_is_refused(string name) =>
        Should
            .Throw<ScriptRuntimeException>(() => Include(name))
            .Message.ShouldStartWith("t(1,4) : error : The template name");

    [Test]
    public void A_link_that_leads_out_is_refused_and_one_that_stays_is_followed()
    {
        var inside = Path.Combine(top, "inside");
        File.CreateSymbolicLink(Path.Combine(inside, "out.sbn"), Path.Combine(top, "secret.sbn"));
        File.CreateSymbolicLink(Path.Combine(inside, "relative.sbn"), "../secret.sbn");
        File.CreateSymbolicLink(Path.Combine(inside, "near.sbn"), "deep/b.sbn");
        Directory.CreateSymbolicLink(Path.Combine(inside, "folder"), Path.Combine(top, "inside2"));
        Include("near.sbn").ShouldBe("B");
        foreach (var name in (string[])["out.sbn", "relative.sbn", "folder/d.sbn"])
        {
            var problem = Should.Throw<ScriptRuntimeException>(() => Include(name));
            problem.Message.ShouldContain("a link that leads out of its folder");
        }
    }

    [Test]
    public void A_folder_that_is_a_link_itself_is_a_folder_all_the_same()
    {
        var link = Path.Combine(top, "link");
        Directory.CreateSymbolicLink(link, Path.Combine(top, "inside"));
        var context = new TemplateContext { TemplateLoader = new FolderTemplateLoader(link) };
        Templates.Render("{{ include 'deep/b.sbn' }}", context).ShouldBe("B");
    }

    [Test]
    public void A_template_that_does_not_exist_is_an_error_at_the_include() =>
        Should
            .Throw<ScriptRuntimeException>(() => Include("z.sbn"))
            .Message.ShouldBe("t(1,4) : error : There is no template `z.sbn`");
}

using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation.Scripts;

/// <summary>FS204 to FS212: options against what install.sh does with their variables.</summary>
public class ScriptContractTests
{
    private const string Version = "\"version\": { \"type\": \"string\", \"default\": \"latest\" }";
    private const string Docs = "\"docs\": { \"type\": \"boolean\", \"default\": false }";
    private const string Flavour =
        "\"flavour\": { \"type\": \"string\", \"enum\": [\"slim\", \"full\"], \"default\": \"slim\" }";

    [TestCase("echo $VERSION")]
    [TestCase("TOOL_VERSION=\"${VERSION:-\"latest\"}\"\necho \"$TOOL_VERSION\"")]
    [TestCase(": \"${VERSION:=latest}\"")]
    [TestCase("VERSION=${VERSION:-latest}\nexport VERSION")]
    [TestCase("f() { echo \"${VERSION}\"; }\nf")]
    [TestCase("cat <<EOF >/etc/x\n$VERSION\nEOF")]
    [TestCase("sh -c 'echo $VERSION'")]
    [TestCase("sh <<'EOF'\necho $VERSION\nEOF")]
    [TestCase("python3 - <<'EOF'\nimport os; os.environ['VERSION']\nEOF")]
    [TestCase("echo $((VERSION + 1))")]
    [TestCase("printenv VERSION")]
    [TestCase("for name in VERSION; do eval \"echo \\$$name\"; done")]
    [TestCase("case ${VERSION%%.*} in 1) ;; esac")]
    public void An_option_that_is_read_in_any_way_is_no_finding(string install) =>
        ScriptFeature.Findings(Version, install).ShouldBeEmpty();

    [TestCase("# uses $VERSION")]
    [TestCase("cat >/etc/x <<'EOF'\necho $VERSION\nEOF")]
    [TestCase("VERSIONS=1\necho \"${VERSIONS}\"")]
    public void An_option_that_is_only_mentioned_is_unread(string install) =>
        ScriptFeature.Findings(Version, install).ShouldBe(["FS204 devcontainer-feature.json:1"]);

    [Test]
    public void An_option_that_a_sourced_or_another_file_reads_is_no_finding()
    {
        ScriptFeature.Findings(Version, ". ./lib.sh", ("lib.sh", "echo $VERSION")).ShouldBeEmpty();
        ScriptFeature.Findings(Version, "python3 setup.py", ("setup.py", "os.environ['VERSION']")).ShouldBeEmpty();
    }

    [Test]
    public void A_misspelt_variable_is_said_where_the_option_is_unread()
    {
        var feature = ScriptFeature.Of(
            "\"dashVersion\": { \"type\": \"string\", \"default\": \"1\" }",
            "#!/bin/sh\nset -e\nTOOL=\"${DASH_VERSION:-1}\"\necho \"$TOOL\"\n"
        );
        var finding = ScriptFeature.DiagnosticsOf(feature).ShouldHaveSingleItem();
        finding.Rule.Id.Value.ShouldBe("FS204");
        finding.Related.ShouldHaveSingleItem().Span.ToString().ShouldBe("install.sh:3:7");
    }

    [TestCase("echo ${VERSION:-lts}", true)]
    [TestCase("echo ${VERSION-lts}", true)]
    [TestCase("echo \"${VERSION:-\"lts\"}\"", true)]
    [TestCase("echo ${VERSION:-latest}", false)]
    [TestCase("echo ${VERSION:-}", false)]
    [TestCase("echo ${VERSION:+lts}", false)]
    [TestCase("echo ${VERSION:=lts}", true)]
    [TestCase("echo ${VERSION:-$(uname -r)}", false)]
    [TestCase("echo $VERSION\nVERSION=$(uname -r)\necho ${VERSION:-lts}", false)]
    public void A_fallback_is_held_against_the_default(string install, bool differs) =>
        ScriptFeature.Findings(Version, install).ShouldBe(differs ? ["FS205 install.sh:3"] : []);

    [TestCase("${FOLDER:=/opt}", false)]
    [TestCase("${FOLDER:-/opt}", false)]
    [TestCase("${FOLDER-/opt}", true)]
    public void An_empty_default_with_a_colon_leaves_the_choice_to_the_script(string read, bool differs) =>
        ScriptFeature
            .Findings("\"folder\": { \"type\": \"string\", \"default\": \"\" }", $"echo {read}")
            .ShouldBe(differs ? ["FS205 install.sh:3"] : []);

    [TestCase("TOOL=\"${OTHER:-1}\"; echo $TOOL", "FS206")]
    [TestCase("OTHER=\"${OTHER:-1}\"; echo $OTHER", "FS212")]
    [TestCase("echo $OTHER", "FS207")]
    [TestCase("cat <<EOF >/etc/x\n$OTHER\nEOF", "FS207")]
    [TestCase("other=1; OTHER=$other; echo $OTHER", null)]
    [TestCase("read -r OTHER </etc/hostname; echo $OTHER", null)]
    [TestCase("for OTHER in 1 2; do echo $OTHER; done", null)]
    [TestCase("printf '%s' \"${_REMOTE_USER:-root} $HOME $PATH ${http_proxy-}\"", null)]
    [TestCase(". /etc/os-release; echo $ID $VERSION_CODENAME", null)]
    [TestCase("if [ -n \"$OTHER\" ]; then echo $OTHER; fi", null)]
    [TestCase("f() { eval \"$1=x\"; }; f OTHER; echo $OTHER", null)]
    [TestCase(". /opt/elsewhere.sh; echo $OTHER", null)]
    [TestCase("cat <<'EOF' >/etc/x\n$OTHER\nEOF", null)]
    [TestCase("awk '{ print $OTHER }' /etc/passwd", null)]
    [TestCase("f() { local OTHER; OTHER=1; echo $OTHER; }; f", null)]
    public void A_variable_that_nothing_sets_is_told_from_the_scripts_own(string install, string? rule) =>
        ScriptFeature.Findings("", install).Select(finding => finding[..5]).ShouldBe(rule is null ? [] : [rule]);

    [TestCase("[ \"$DOCS\" = yes ] && :", "FS208")]
    [TestCase("D=${DOCS:-false}\nif [ \"$D\" = \"1\" ]; then :; fi", "FS208")]
    [TestCase("case $DOCS in true) ;; on) ;; *) ;; esac", "FS208")]
    [TestCase("if [ true = \"$DOCS\" ]; then :; fi", null)]
    [TestCase("case $DOCS in true) ;; f*) ;; esac", null)]
    [TestCase("DOCS=$(echo $DOCS | sed s/true/yes/)\n[ \"$DOCS\" = yes ] && :", null)]
    [TestCase("if [ -n \"$DOCS\" ]; then :; fi", "FS209")]
    [TestCase("if [ -z \"$DOCS\" ]; then DOCS=false; fi", null)]
    public void What_a_boolean_can_be_is_known(string install, string? rule) =>
        ScriptFeature.Findings(Docs, install).Select(finding => finding[..5]).ShouldBe(rule is null ? [] : [rule]);

    [Test]
    public void A_value_outside_its_enum_is_never_met()
    {
        ScriptFeature.Findings(Flavour, "[ \"$FLAVOUR\" = fat ] && :").ShouldBe(["FS208 install.sh:3"]);
        ScriptFeature.Findings(Flavour, "[ \"$FLAVOUR\" != full ] && :").ShouldBeEmpty();
    }

    [TestCase(". ./lib.sh")]
    [TestCase(". \"$(dirname \"$0\")/lib.sh\"")]
    [TestCase("sh \"${0%/*}/lib.sh\"")]
    [TestCase("./lib.sh")]
    public void A_file_of_the_folder_has_to_be_there(string install)
    {
        ScriptFeature.Findings("", install).ShouldBe(["FS210 install.sh:3"]);
        ScriptFeature.Findings("", install, ("lib.sh", "echo x")).ShouldBeEmpty();
    }

    [TestCase(". /etc/profile")]
    [TestCase("DIR=/opt; . \"$DIR/lib.sh\"")]
    [TestCase("cd /opt; . ./lib.sh")]
    [TestCase("echo : >./lib.sh; rm ./lib.sh; . ./lib.sh")]
    public void A_file_that_may_be_elsewhere_is_no_finding(string install) =>
        ScriptFeature.Findings("", install).ShouldBeEmpty();

    [TestCase("VERSION=1\necho $VERSION", true)]
    [TestCase("f() { VERSION=1; }\nf\necho $VERSION", true)]
    [TestCase("echo $VERSION\nVERSION=1", false)]
    [TestCase("if [ -e /x ]; then VERSION=1; fi\necho $VERSION", false)]
    [TestCase("VERSION=\"$(echo $VERSION)\"\necho $VERSION", false)]
    public void An_option_is_read_before_it_is_overwritten(string install, bool overwritten) =>
        ScriptFeature
            .Findings(Version, install)
            .Any(finding => finding.StartsWith("FS211", StringComparison.Ordinal))
            .ShouldBe(overwritten);

    [TestCase(". /etc/os-release\necho $VERSION", true)]
    [TestCase("f() { echo $VERSION; }\n. /etc/os-release\nf", true)]
    [TestCase("f() { . /etc/os-release; }\nf\necho $VERSION", true)]
    [TestCase("V=$VERSION\n. /etc/os-release\necho $V $ID", false)]
    [TestCase("(. /etc/os-release; echo $ID)\necho $VERSION", false)]
    [TestCase("os=$(. /etc/os-release && echo $ID)\necho $VERSION $os", false)]
    [TestCase("V=$VERSION\n. /etc/os-release\nVERSION=$V\necho $VERSION", false)]
    public void Os_release_overwrites_an_option_of_its_name(string install, bool overwrites) =>
        ScriptFeature
            .Findings(Version, install)
            .Any(finding => finding.StartsWith("FS230", StringComparison.Ordinal))
            .ShouldBe(overwrites);
}

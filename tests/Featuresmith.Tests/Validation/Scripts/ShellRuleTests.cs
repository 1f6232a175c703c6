using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation.Scripts;

/// <summary>FS220 to FS231: what install.sh does, and idioms that are right.</summary>
public class ShellRuleTests
{
    [TestCase("[[ -n x ]]", "FS220")]
    [TestCase("a=(1 2)", "FS220")]
    [TestCase("source /etc/profile", "FS220")]
    [TestCase("function f { :; }", "FS220")]
    [TestCase("cat <<<x", "FS220")]
    [TestCase("echo ${HOME//a/b}", "FS220")]
    [TestCase("echo ${HOME:0:1}", "FS220")]
    [TestCase("echo x &>/dev/null", "FS220")]
    [TestCase("set -o pipefail", "FS220")]
    [TestCase("for ((i=0;i<1;i++)); do :; done", "FS220")]
    [TestCase("read -p question answer; echo $answer", null)]
    [TestCase("read -a words; :", "FS220")]
    [TestCase("[ a == b ] || :", "FS221")]
    [TestCase("echo -e x", "FS221")]
    [TestCase("mkdir -p /opt/{a,b}", "FS221")]
    [TestCase("test a == b || :", "FS221")]
    [TestCase("echo -ne x", "FS221")]
    [TestCase("echo -en x", "FS221")]
    [TestCase("printf '%s' $'a\\tb'", "FS221")]
    [TestCase("echo /opt/file{1..3}", "FS221")]
    [TestCase("echo }a{b, {a\\,b} \\{a,b}; echo", null)]
    [TestCase("echo $RANDOM", "FS221")]
    [TestCase("echo {} {a} '{a,b}' \"{a,b}\" ${HOME}", null)]
    [TestCase("local=1; echo $local; echo x >&2; echo $((1 + 1)) ${HOME%/*} ${HOME#*/}", null)]
    [TestCase("f() { local x; x=1; echo $x; }; f", null)]
    [TestCase("bash <<'EOF'\n[[ -n x ]]\nEOF", null)]
    [TestCase("awk '{ a[1] = 2; if (a == 1) print }' /etc/passwd", null)]
    public void What_dash_lacks_is_found(string install, string? rule) => Check(install, rule);

    [TestCase("[[ -n x ]]; echo -e x; a=(1)")]
    public void Bash_may_have_what_is_bashs(string install) =>
        ScriptFeature.DiagnosticsOf(ScriptFeature.Of("", $"#!/usr/bin/env bash\nset -e\n{install}\n")).ShouldBeEmpty();

    [TestCase("#!/bin/sh\napk add bash\nexec bash \"$0\" \"$@\"\n[[ -n x ]]\nset -e\n")]
    [TestCase("#!/bin/sh\nset -e\nif [ -n \"$BASH_VERSION\" ]; then [[ -n x ]]; fi\n")]
    public void A_script_that_sees_to_it_that_it_is_bash_may_too(string script) =>
        ScriptFeature.DiagnosticsOf(ScriptFeature.Of("", script)).ShouldBeEmpty();

    [TestCase("#!/bin/sh\necho a\necho b\n", false)]
    [TestCase("#!/bin/sh\nset -eu\necho a\n", true)]
    [TestCase("#!/bin/sh -e\necho a\necho b\n", true)]
    [TestCase("#!/bin/sh\nset -o errexit\necho a\n", true)]
    [TestCase("#!/bin/sh\nexec /opt/x\n", true)]
    [TestCase("#!/bin/sh\nset -u\necho a\n", false)]
    public void Set_e_has_several_forms(string script, bool stops) =>
        ScriptFeature
            .DiagnosticsOf(ScriptFeature.Of("", script))
            .Any(finding => finding.Rule.Id.Value == "FS222")
            .ShouldBe(!stops);

    [TestCase("curl -fsSL https://example.test/x | sh", "FS223")]
    [TestCase("curl -fsSL https://example.test/x | A=1 bash -s -- b", "FS223")]
    [TestCase("wget -qO- https://example.test/x | sudo -E bash -", "FS223 FS226")]
    [TestCase("sh -c \"$(curl -fsSL https://example.test/x)\"", "FS223")]
    [TestCase("eval \"$(wget -qO- https://example.test/x)\"", "FS223")]
    [TestCase("su user -c 'curl -fsSL https://example.test/x | sh'", "FS223")]
    [TestCase("curl -fsSL https://example.test/x | bash /dev/stdin a", "FS223")]
    [TestCase("curl -fsSL https://example.test/x | python3 -m json.tool", null)]
    [TestCase("curl -fsSL https://example.test/x | perl -e 'print'", null)]
    [TestCase("curl -fsSL https://example.test/x | bash /opt/reader.sh", null)]
    [TestCase("curl -fsSL https://example.test/x | while read -r line; do sh; done", null)]
    [TestCase("sh -c \"$(cat /etc/profile)\"", null)]
    [TestCase("sh -c \"$(curl -fsSL https://example.test/x | cat)\"", null)]
    [TestCase("sh -c \"$($HOME/bin/x)\"", null)]
    [TestCase("curl -fsSL https://example.test/x | python3 -c 'import sys'", null)]
    [TestCase("curl -fsSL https://example.test/x | grep y | sh -c 'cat'", null)]
    public void A_download_into_a_shell_is_found(string install, string? rules) => Check(install, rules);

    [TestCase("curl -fsSL -o /opt/x https://example.test/x", "FS224")]
    [TestCase("curl -fsSLo/opt/x https://example.test/x", "FS224")]
    [TestCase("wget https://example.test/x.tgz -O /opt/x", "FS224")]
    [TestCase("curl -fsSL https://example.test/x.tgz | tar xz -C /opt", "FS224")]
    [TestCase("curl -fsSL https://example.test/x >/opt/x", "FS224")]
    [TestCase("curl -fsSL https://example.test/api | grep tag", null)]
    [TestCase("wget -qO- https://example.test/api | grep tag", null)]
    [TestCase("curl -fsSL https://example.test/key.asc -o /etc/apt/keyrings/x.asc", null)]
    [TestCase("curl -fsSL -o /opt/x https://example.test/x; echo 1 /opt/x | sha256sum -c -", null)]
    [TestCase("curl -fsSL -o /opt/x https://example.test/x; gpg2 --batch --verify /opt/x.sig", null)]
    [TestCase("curl -fsSL -o /opt/x https://example.test/x; gpg --import /opt/k", "FS224")]
    [TestCase("curl -fsSL -o /opt/x https://example.test/x; openssl dgst -verify k /opt/x", null)]
    [TestCase("curl -fsSL -o /opt/x https://example.test/x; openssl version", "FS224")]
    [TestCase("curl -fsSL -o /opt/x https://example.test/x; rpm -K /opt/x", null)]
    [TestCase("curl -fsSL -o /opt/x https://example.test/x; rpm --checksig /opt/x", null)]
    [TestCase("curl -fsSL -o /opt/x https://example.test/x; rpm -i /opt/x", "FS224")]
    [TestCase("curl -fsSL https://example.test/x >/dev/null", null)]
    [TestCase("curl -fsSL https://example.test/x <<EOF\nEOF", null)]
    [TestCase("curl -fsSL https://example.test/x.zip | unzip -d /opt -", "FS224")]
    [TestCase("curl -fsSL https://example.test/x.gz | gunzip", "FS224")]
    [TestCase("curl -fsSL https://example.test/x.deb | dpkg -i -", "FS224")]
    [TestCase("curl -fsSL https://example.test/SHA256SUMS >/opt/sums", null)]
    [TestCase("command -v curl", null)]
    public void A_download_that_nothing_checks_is_found(string install, string? rule) => Check(install, rule);

    [TestCase("curl -sSL https://example.test/x | cut -c1", "FS228")]
    [TestCase("/usr/bin/curl https://example.test/x | cut -c1", "FS228")]
    [TestCase("curl --fail -sSL https://example.test/x | cut -c1", null)]
    [TestCase("curl -sSLf https://example.test/x | cut -c1", null)]
    [TestCase("curl $FLAGS https://example.test/x | cut \"${FLAGS:--c1}\"", null)]
    [TestCase("curl -s -o /dev/null -w '%{http_code}' https://example.test/x", null)]
    [TestCase("answer=$(curl -s https://example.test/x); echo $answer", null)]
    [TestCase("curl -s https://example.test/releases | grep -o 'v[0-9]*' | head -n 1", null)]
    [TestCase("curl -s https://example.test/releases | sort | grep -o 'v[0-9]*'", "FS228")]
    [TestCase("curl --version", null)]
    [TestCase("curl -o /etc/key.asc -H f https://example.test/key.asc", "FS228")]
    public void Curl_has_to_fail(string install, string? rule) => Check(install, rule);

    [TestCase("apt-get update\napt-get install -y jq", "FS225")]
    [TestCase("apt-get update\napt-get install -qqy jq\nrm -rf /var/lib/apt/lists/*", null)]
    [TestCase("trap 'rm -rf /var/lib/apt/lists/*' EXIT\napt-get update", null)]
    [TestCase("apt-get install jq", "FS231")]
    [TestCase("apt-get -o Dpkg::Options=y install jq", "FS231")]
    [TestCase("DEBIAN_FRONTEND=noninteractive apt-get install --yes jq", null)]
    [TestCase("apt autoremove", "FS231")]
    [TestCase("apt-get install $FLAGS jq \"${FLAGS:-}\"", null)]
    [TestCase("apt-get -q install $PACKAGES \"${PACKAGES:-}\"", "FS231")]
    [TestCase("apt-get install --assume-yes jq; apt-get -s install jq; apt-get --simulate install jq", null)]
    [TestCase("apt-get --dry-run install jq; apt-get --download-only install jq", null)]
    [TestCase("sudo -u user true; sudo -iu user true; sudo --user=user true", "FS226")]
    [TestCase("sudo apt-key adv --keyserver x", "FS226 FS227")]
    [TestCase("echo sudo apt-key curl", null)]
    public void Apt_and_sudo_are_used_as_a_build_needs_them(string install, string? rules) => Check(install, rules);

    [TestCase("echo x >settings", "FS229")]
    [TestCase("echo x >\"settings.d/$HOME\"", "FS229")]
    [TestCase("echo x >/etc/settings; echo x >\"$HOME/x\"; echo x >&2; echo x >/dev/null", null)]
    [TestCase("echo x >./settings", "FS229")]
    [TestCase("echo x >''", null)]
    [TestCase("curl -fsSLo settings.json https://example.test/x.sha256", "FS229")]
    [TestCase("cd /opt; echo x >settings", null)]
    [TestCase("echo x >settings; rm settings", null)]
    public void A_file_in_the_working_folder_is_found(string install, string? rule) => Check(install, rule);

    private static void Check(string install, string? rules) =>
        ScriptFeature
            .Findings("", install)
            .Select(finding => finding[..5])
            .Distinct()
            .ShouldBe(rules?.Split(' ') ?? []);
}

using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

internal sealed partial class ShellReader
{
    private ShellCommand ReadCommand()
    {
        if (nesting >= DeepestNesting)
        {
            return ReadSimple();
        }

        nesting++;
        try
        {
            var command = ReadCompound();
            if (command is null)
            {
                return ReadSimple();
            }

            if (command is not ShellFunction)
            {
                command.Redirections = ReadRedirections();
            }

            return command;
        }
        finally
        {
            nesting--;
        }
    }

    private ShellCommand ReadSimple()
    {
        var begin = at;
        var assignments = new List<ShellAssignment>();
        var words = new List<ShellWord>();
        var declarations = new List<ShellAssignment>();
        var redirections = new List<ShellRedirection>();
        var behind = at;
        while (!AtEnd)
        {
            if (ReadRedirection() is { } redirection)
            {
                redirections.Add(redirection);
            }
            else if (
                nesting < DeepestNesting
                && words.Count == 1
                && redirections.Count == 0
                && AtFunctionParentheses()
                && words[0].Literal is { } name
            )
            {
                return ReadFunctionBody(begin, new Located<string>(name, words[0].Span), hasKeyword: false);
            }
            else if (EndsWord(at) && !AtProcessSubstitution() || Current == '#')
            {
                break;
            }
            else if (words.Count == 0 && ReadAssignment() is { } assignment)
            {
                assignments.Add(assignment);
            }
            else if (words.Count > 0 && Declares(words[0]) && ReadAssignment() is { } declaration)
            {
                declarations.Add(declaration);
            }
            else
            {
                words.Add(ReadWord());
            }

            behind = at;
            SkipBlanks();
        }

        return new ShellSimpleCommand(
            source.Span(begin, behind),
            assignments.ToArray(),
            words.ToArray(),
            declarations.ToArray()
        )
        {
            Redirections = redirections.ToArray(),
        };
    }

    private static bool Declares(ShellWord name) =>
        name.Literal is "export" or "readonly" or "local" or "declare" or "typeset";

    private bool AtProcessSubstitution() => Current is '<' or '>' && Peek(1) == '(';

    private bool AtFunctionParentheses()
    {
        if (Current != '(')
        {
            return false;
        }

        var next = at + 1;
        while (next < limit && IsBlank(text[next]))
        {
            next++;
        }

        return next < limit && text[next] == ')';
    }

    private ShellFunction ReadFunctionBody(int begin, Located<string> name, bool hasKeyword)
    {
        if (AtFunctionParentheses())
        {
            at = text.IndexOf(')', at) + 1;
        }

        SkipLines();
        var before = at;
        var body = AtEnd || AtClosing() ? null : ReadCommand();
        return new ShellFunction(From(begin), name, at > before ? body : null) { HasKeyword = hasKeyword };
    }

    private ShellAssignment? ReadAssignment()
    {
        var begin = at;
        if (!StartsName(Current))
        {
            return null;
        }

        var name = TakeName();
        var nameSpan = From(begin);
        var hasSubscript = Current == '[' && SkipSubscript();
        var appends = Take("+=");
        if (!appends && !Take("="))
        {
            at = begin;
            return null;
        }

        ShellWord? value = null;
        IReadOnlyList<ShellWord> elements = [];
        if (Current == '(')
        {
            elements = ReadElements();
        }
        else
        {
            value = ReadWord();
        }

        return new ShellAssignment(From(begin), name, nameSpan, value, elements)
        {
            IsAppending = appends,
            HasSubscript = hasSubscript,
        };
    }

    /// <summary>Goes behind "[…]" where it closes within the word.</summary>
    private bool SkipSubscript()
    {
        var close = at;
        while (close < limit && text[close] is not (']' or ' ' or '\t' or '\n' or ';'))
        {
            close++;
        }

        var closes = close < limit && text[close] == ']';
        at = closes ? close + 1 : at;
        return closes;
    }

    private List<ShellWord> ReadElements()
    {
        at++;
        var elements = new List<ShellWord>();
        while (true)
        {
            SkipLines();
            if (AtEnd || Take(")"))
            {
                return elements;
            }

            if (EndsWord(at) && !AtProcessSubstitution())
            {
                // An operator has no place here.
                at++;
            }
            else
            {
                elements.Add(ReadWord());
            }
        }
    }
}

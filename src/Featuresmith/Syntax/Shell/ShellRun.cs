using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>
/// Walks a script in the order in which it runs: a function's body comes where the function is first called, a sourced
/// file where it is sourced, each branch of a condition one after the other. Functions that nothing calls come last.
/// </summary>
public sealed class ShellRun
{
    private const int DeepestNesting = 1000;

    private readonly List<ShellEvent> events = [];
    private readonly Dictionary<string, ShellFunction> functions = new(StringComparer.Ordinal);
    private readonly HashSet<ShellNode> walked = new(ReferenceEqualityComparer.Instance);
    private readonly Func<ShellWord, ShellScript?> follow;
    private int conditions;
    private int depth;

    private ShellRun(Func<ShellWord, ShellScript?> follow) => this.follow = follow;

    /// <summary>Everything that happens.</summary>
    /// <param name="script">The script.</param>
    /// <param name="follow">The script that a word behind "." names; null where it is not known.</param>
    public static IReadOnlyList<ShellEvent> Of(ShellScript script, Func<ShellWord, ShellScript?>? follow = null)
    {
        var run = new ShellRun(follow ?? (_ => null));
        run.Walk(script.Body);
        foreach (var function in run.functions.Values.ToList())
        {
            run.WalkConditionally(function.Body is { } body && run.walked.Add(function) ? [body] : []);
        }

        return run.events;
    }

    private void Walk(ShellNode node)
    {
        // Calls nest as deep as scripts make them; what is below this depth is as good as not called.
        if (depth < DeepestNesting)
        {
            depth++;
            WalkHere(node);
            depth--;
        }
    }

    private void WalkAll(IEnumerable<ShellNode> nodes)
    {
        foreach (var node in nodes)
        {
            Walk(node);
        }
    }

    private void WalkHere(ShellNode node)
    {
        switch (node)
        {
            case ShellFunction function:
                functions[function.Name.Value] = function;
                break;
            case ShellSimpleCommand command:
                WalkCommand(command);
                break;
            case ShellPipeline { Commands.Count: > 1 } pipeline:
                foreach (var command in pipeline.Commands)
                {
                    WalkInShell(command, command.Span);
                }

                break;
            case ShellGroup { IsSubshell: true } group:
                WalkInShell(group.Body, group.Span);
                WalkAll(group.Redirections);
                break;
            case ShellSubstitution substitution:
                WalkInShell(substitution.Body, substitution.Span);
                break;
            case ShellList list:
                WalkList(list);
                break;
            case ShellIf branches:
                // The first condition always runs.
                Walk(branches.Conditions[0]);
                WalkConditionally(branches.Children.Where(child => child != branches.Conditions[0]));
                break;
            case ShellLoop loop:
                Walk(loop.Condition);
                WalkConditionally([loop.Body, .. loop.Redirections]);
                break;
            case ShellFor loop:
                WalkAll(loop.Header);
                if (loop.Variable is { } variable)
                {
                    Add(ShellEventKind.Write, variable.Value, variable.Span, loop);
                }

                WalkConditionally([loop.Body, .. loop.Redirections]);
                break;
            case ShellCase choice:
                Walk(choice.Subject);
                WalkConditionally(choice.Children.Skip(1));
                break;
            case ShellParameter parameter:
                WalkParameter(parameter);
                break;
            case ShellArithmeticName name:
                Add(ShellEventKind.Read, name.Name, name.Span, name);
                if (name.IsAssigned)
                {
                    Add(ShellEventKind.Write, name.Name, name.Span, name);
                }

                break;
            default:
                WalkAll(node.Children);
                break;
        }
    }

    private void WalkList(ShellList list)
    {
        // What follows "a &&" or "a ||" may not run.
        var conditional = false;
        foreach (var pipeline in list.Pipelines)
        {
            if (conditional)
            {
                WalkConditionally([pipeline]);
            }
            else
            {
                Walk(pipeline);
            }

            conditional = pipeline.Connector is "&&" or "||";
        }
    }

    private void WalkCommand(ShellSimpleCommand command)
    {
        WalkAll(command.Children.Where(child => child is not ShellAssignment));
        foreach (var assignment in command.Assignments.Concat(command.Declarations))
        {
            WalkAll(assignment.Children);
            if (command.Words.Count == 0 || command.Declarations.Contains(assignment))
            {
                Add(ShellEventKind.Write, assignment.Name, assignment.NameSpan, assignment);
            }
        }

        foreach (var word in ShellBuiltinWrites.Of(command).Where(word => word.Literal is not null))
        {
            Add(ShellEventKind.Write, word.Literal!.Split('=', '[', '+')[0], word.Span, command);
        }

        WalkCall(command);
    }

    private void WalkCall(ShellSimpleCommand command)
    {
        if (command.Name is "." or "source" && command.Words.Count > 1)
        {
            Add(ShellEventKind.Source, "", command.Span, command);
            if (follow(command.Words[1]) is { } script && walked.Add(script.Body))
            {
                Walk(script.Body);
            }
        }
        else if (command.Name is { } name && functions.TryGetValue(name, out var function))
        {
            if (function.Body is { } body && walked.Add(function))
            {
                Walk(body);
            }
        }
        else if (command.Words.Count > 0)
        {
            Add(ShellEventKind.Command, command.Name ?? "", command.Span, command);
        }
    }

    private void WalkParameter(ShellParameter parameter)
    {
        if (parameter.IsVariable)
        {
            Add(ShellEventKind.Read, parameter.Name, parameter.Span, parameter);
        }

        WalkConditionally(parameter.Children);
        if (parameter.IsVariable && parameter.AssignsFallback)
        {
            Add(ShellEventKind.Write, parameter.Name, parameter.Span, parameter);
        }
    }

    private void WalkInShell(ShellNode node, SourceSpan span)
    {
        Add(ShellEventKind.ShellBegins, "", span, node);
        Walk(node);
        Add(ShellEventKind.ShellEnds, "", span, node);
    }

    private void WalkConditionally(IEnumerable<ShellNode> nodes)
    {
        conditions++;
        WalkAll(nodes);
        conditions--;
    }

    private void Add(ShellEventKind kind, string name, SourceSpan span, ShellNode node) =>
        events.Add(new ShellEvent(kind, name, span, node, conditions > 0));
}
